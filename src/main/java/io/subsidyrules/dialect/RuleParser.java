package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a rule, after the word {@code rule}. */
final class RuleParser {

    private static final Set<String> ATTRIBUTES = Set.of("date-effective", "date-expires");
    private static final Set<String> VERBS = Set.of("award", "support", "refer");

    private final Cursor cursor;

    private RuleParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Syntax.RuleDeclare rule(Cursor cursor) {
        return new RuleParser(cursor).rule();
    }

    private Syntax.RuleDeclare rule() {
        Syntax.Name name = cursor.string("the name of the rule");
        Optional<Syntax.Name> parent =
                cursor.skip("extends") ? Optional.of(cursor.string("the rule that it extends")) : Optional.empty();
        List<Syntax.Annotation> annotations = DeclareParser.annotations(cursor);
        List<Syntax.Attribute> attributes = attributes();
        cursor.expect("when");
        List<Syntax.Pattern> patterns = new ArrayList<>();
        while (!cursor.skip("then")) {
            patterns.add(pattern());
        }
        Optional<Syntax.Consequence> consequence = cursor.is("end") ? Optional.empty() : Optional.of(consequence());
        cursor.expect("end");
        return new Syntax.RuleDeclare(name, parent, annotations, attributes, patterns, consequence);
    }

    private List<Syntax.Attribute> attributes() {
        List<Syntax.Attribute> attributes = new ArrayList<>();
        while (!cursor.is("when")) {
            Syntax.Name name = cursor.name("date-effective, date-expires or when");
            if (!ATTRIBUTES.contains(name.text())) {
                throw new SyntaxException(
                        name.place(),
                        FaultCode.NOT_IN_DIALECT,
                        "The attributes of a rule are date-effective and date-expires; %s is not one of them."
                                .formatted(name.text()),
                        "规则的属性只有 date-effective 和 date-expires，不能使用 %s。".formatted(name.text()));
            }
            attributes.add(new Syntax.Attribute(name.text(), cursor.string("a date such as 2022-09-06"), name.place()));
        }
        return attributes;
    }

    private Syntax.Pattern pattern() {
        Optional<Syntax.Name> variable = Optional.empty();
        if (cursor.isKind(Token.Kind.VARIABLE)) {
            variable = Optional.of(cursor.variable());
            cursor.expect(":");
        }
        Syntax.Name type = cursor.name("Applicant, a claim type, or then");
        if (!cursor.is("(")) {
            throw new SyntaxException(
                    type.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "A condition is written as Type( ... ); %s is not followed by a bracket.".formatted(type.text()),
                    "条件应写作“类型( …… )”，%s 之后缺少括号。".formatted(type.text()));
        }
        cursor.expect("(");
        List<Syntax.Constraint> constraints = new ArrayList<>();
        if (!cursor.is(")")) {
            do {
                constraints.add(constraint());
            } while (cursor.skip(","));
        }
        cursor.expect(")");
        cursor.skip(";");
        return new Syntax.Pattern(variable, type, constraints);
    }

    private Syntax.Constraint constraint() {
        if (cursor.isKind(Token.Kind.VARIABLE) && cursor.peekAfter().is(":")) {
            Syntax.Name variable = cursor.variable();
            cursor.expect(":");
            return new Syntax.Binding(variable, cursor.name("the field to bind"));
        }
        Place place = cursor.place();
        int first = cursor.position();
        Syntax.Expression expression = new ExpressionParser(cursor).expression();
        return new Syntax.Test(expression, cursor.sourceFrom(first), place);
    }

    private Syntax.Consequence consequence() {
        Syntax.Name verb = cursor.name("award, support, refer or end");
        if (!VERBS.contains(verb.text())) {
            throw new SyntaxException(
                    verb.place(),
                    FaultCode.NOT_IN_DIALECT,
                    "After then stands one of award, support and refer; %s is none of them.".formatted(verb.text()),
                    "then 之后只能是 award、support 或 refer，不能是 %s。".formatted(verb.text()));
        }
        cursor.expect("(");
        Syntax.Name target = cursor.variable();
        Optional<Syntax.Amount> amount = cursor.skip(",") ? Optional.of(amount()) : Optional.empty();
        cursor.expect(")");
        cursor.expect(";");
        return new Syntax.Consequence(verb, target, amount);
    }

    private Syntax.Amount amount() {
        Place place = cursor.place();
        Optional<Syntax.Name> percent = Optional.empty();
        Syntax.Operand source;
        if (cursor.skip("percent")) {
            cursor.expect("(");
            percent = Optional.of(cursor.number("the percentage"));
            cursor.expect(")");
            cursor.expect(".");
            cursor.expect("of");
            cursor.expect("(");
            source = new Syntax.Variable(cursor.variable());
        } else {
            cursor.expect("yuan");
            cursor.expect("(");
            source = cursor.isKind(Token.Kind.VARIABLE)
                    ? new Syntax.Variable(cursor.variable())
                    : new Syntax.Numeral(cursor.number("an amount such as 300_000, or a variable"));
        }
        cursor.expect(")");
        return new Syntax.Amount(percent, source, ceiling(), place);
    }

    private Optional<Syntax.Name> ceiling() {
        if (!cursor.skip(".")) {
            return Optional.empty();
        }
        cursor.expect("atMost");
        cursor.expect("(");
        cursor.expect("yuan");
        cursor.expect("(");
        Syntax.Name ceiling = cursor.number("the ceiling, such as 1_000_000");
        cursor.expect(")");
        cursor.expect(")");
        return Optional.of(ceiling);
    }
}
