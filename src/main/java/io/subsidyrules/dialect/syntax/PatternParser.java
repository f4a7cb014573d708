package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the patterns of a rule: on the applicant, on a claim, on awards, and on the members of a list, which
 * {@code accumulate}, {@code exists} or {@code not} begins.
 */
final class PatternParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PatternParser.class);

    /** The words of Drools that can be where a pattern begins, or behind one. */
    static final Set<String> NOT_PATTERNS = Set.of(
            "eval", "exists", "not", "forall", "accumulate", "acc", "collect", "groupby", "from", "or", "and", "over");

    private static final Set<String> ACCUMULATE = Set.of("accumulate", "acc");
    private static final Set<String> QUANTIFIERS = Set.of("exists", "not");
    private static final Set<String> BINDINGS = Set.of(":", ":=", "=");
    private static final Text PATTERN = TEXTS.text("patternOrThen");

    private final TokenCursor cursor;
    private final List<Syntax.Awards> awards = new ArrayList<>();
    private boolean complete = true;

    PatternParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** The patterns on awards that were read so far. */
    List<Syntax.Awards> awards() {
        return awards;
    }

    /** Whether all that was read so far could be. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Whether conditions on members begin here. A quantifier of a pattern without {@code from} is none of them: what
     * begins with it is refused as a whole.
     */
    boolean beginsMembers() {
        Token word = cursor.peek();
        return word.isKind(Token.Kind.NAME)
                && ((ACCUMULATE.contains(word.text()) && cursor.peekAfter().is("("))
                        || (QUANTIFIERS.contains(word.text()) && hasSource()));
    }

    /** Whether a pattern with {@code from} follows the quantifier here. */
    private boolean hasSource() {
        int at = 1;
        int open = 0;
        for (Token next = cursor.peekAt(at); !next.isKind(Token.Kind.END_OF_FILE); next = cursor.peekAt(++at)) {
            if (next.is("from")) {
                return true;
            }
            open += next.is("(") ? 1 : next.is(")") ? -1 : 0;
            boolean over = open <= 0 && next.is(")") && !cursor.peekAt(at + 1).is("from");
            if (over || next.is(";") || next.is("then") || open < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether a condition on awards begins here. */
    boolean beginsAwards() {
        int at = cursor.peekAfter().is("(") ? 2 : 1;
        return cursor.isKind(Token.Kind.NAME)
                && QUANTIFIERS.contains(cursor.peek().text())
                && cursor.peekAt(at).is(LimitParser.AWARDS)
                && cursor.peekAt(at + 1).is("(");
    }

    /** Reads a condition on awards, with its faults. */
    void condition() {
        try {
            Optional<Syntax.Awards> read = new LimitParser(cursor).condition();
            complete &= read.isPresent();
            read.ifPresent(awards::add);
        } catch (SyntaxException fault) {
            complete = false;
            fault.addTo(cursor.faults());
            skipRest();
        }
    }

    /** Conditions on the members of a list; empty, with a fault, where they cannot be read. */
    Optional<Syntax.Pattern> members() {
        cursor.form(Form.MEMBERS);
        int from = cursor.position();
        Syntax.Name word = cursor.name(PATTERN);
        try {
            boolean accumulated = ACCUMULATE.contains(word.text());
            Optional<Token> opening = cursor.is("(") ? Optional.of(cursor.next()) : Optional.empty();
            Syntax.Name type = cursor.dotted(TEXTS.text("typeOfMembers"));
            if (!cursor.is("(")) {
                throw cursor.expected(TEXTS.text("bracketAfter", type.text()));
            }
            List<Syntax.Constraint> constraints = inBrackets();
            cursor.form(Form.MEMBERS);
            cursor.expect("from");
            Syntax.Name owner = cursor.variable();
            cursor.expect(".");
            Syntax.Name list = cursor.name(TEXTS.text("listOfMembers"));
            List<Syntax.Members.Result> results = new ArrayList<>();
            List<Syntax.Test> tests = new ArrayList<>();
            if (accumulated) {
                semicolonOrComma();
                results(results);
                if (cursor.skip(";") && !cursor.is(")")) {
                    do {
                        tests.add(test());
                    } while (cursor.skip(","));
                }
            }
            opening.ifPresent(bracket -> cursor.close(bracket, ")"));
            String source = cursor.sourceFrom(from);
            cursor.skipClosings();
            cursor.skip(";");
            return Optional.of(new Syntax.Pattern(
                    Optional.empty(),
                    type,
                    constraints,
                    Optional.of(new Syntax.Members(word, owner, list, results, tests, source))));
        } catch (SyntaxException fault) {
            complete = false;
            fault.addTo(cursor.faults());
            skipRest();
            return Optional.empty();
        }
    }

    /** Both are written between the pattern and the functions; Drools takes both. */
    private void semicolonOrComma() {
        if (!cursor.skip(",")) {
            cursor.expect(";");
        }
    }

    private void results(List<Syntax.Members.Result> results) {
        do {
            Syntax.Name variable = cursor.variable();
            cursor.expect(":");
            Syntax.Name function = cursor.name(TEXTS.text("functionOfMembers"));
            Token opening = cursor.open("(");
            Optional<Syntax.Name> of =
                    cursor.isKind(Token.Kind.VARIABLE) ? Optional.of(cursor.variable()) : Optional.empty();
            if (of.isEmpty() && !cursor.is(")")) {
                String field = cursor.isKind(Token.Kind.NAME) ? cursor.peek().text() : "hours";
                throw cursor.fault(
                        FaultCode.EXPECTED,
                        TokenCursor.VARIABLE,
                        cursor.peek().quoted(),
                        TEXTS.text("bindField", "$%s : %s".formatted(field, field), field));
            }
            cursor.close(opening, ")");
            results.add(new Syntax.Members.Result(variable, function, of));
            if (results.size() > Limits.TERMS) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("functionsOfMembers"), Limits.TERMS);
            }
        } while (cursor.skip(","));
    }

    /** Goes on where the next pattern begins, or behind those of the rule. */
    private void skipRest() {
        while (!cursor.atEnd()
                && !cursor.atSection()
                && !cursor.is("then")
                && !(cursor.is("end") && cursor.peek().first())
                && !(cursor.peek().first() && beginsPattern())) {
            cursor.next();
        }
    }

    private boolean beginsPattern() {
        return beginsMembers()
                || (cursor.isKind(Token.Kind.NAME) && cursor.peekAfter().is("("))
                || (cursor.isKind(Token.Kind.VARIABLE) && cursor.peekAfter().is(":"));
    }

    /** The conditions and bindings of a pattern, in its brackets. */
    private List<Syntax.Constraint> inBrackets() {
        Token opening = cursor.next();
        List<Syntax.Constraint> constraints = new ArrayList<>();
        if (!cursor.skip(")")) {
            constraints(constraints);
            closePattern(opening, constraints);
        }
        return constraints;
    }

    /** A pattern on a fact; empty where it is one on awards. */
    Optional<Syntax.Pattern> pattern() {
        cursor.form(Form.PATTERN);
        Optional<Syntax.Name> variable = Optional.empty();
        if (cursor.isKind(Token.Kind.VARIABLE)) {
            variable = Optional.of(cursor.variable());
            cursor.expect(":");
        }
        Token first = cursor.peek();
        if (first.isKind(Token.Kind.SYMBOL) || NOT_PATTERNS.contains(first.text())) {
            throw cursor.fault(FaultCode.PATTERN_REFUSED, first.quoted(), "");
        }
        if (cursor.peekAfter().is(":")) {
            throw cursor.fault(
                    FaultCode.EXPECTED,
                    TokenCursor.VARIABLE,
                    first.quoted(),
                    TEXTS.text("variableBegins", first.text()));
        }
        Syntax.Name type = cursor.dotted(PATTERN);
        if (!cursor.is("(")) {
            throw cursor.expected(TEXTS.text("bracketAfter", type.text()));
        }
        if (type.text().equals(LimitParser.AWARDS)) {
            Optional<Syntax.Awards> read = new LimitParser(cursor).awards(variable, type);
            complete &= read.isPresent();
            read.ifPresent(awards::add);
            return Optional.empty();
        }
        List<Syntax.Constraint> constraints = inBrackets();
        cursor.skipClosings();
        cursor.skip(";");
        return Optional.of(new Syntax.Pattern(variable, type, constraints, Optional.empty()));
    }

    private void constraints(List<Syntax.Constraint> constraints) {
        do {
            constraint().ifPresent(constraints::add);
        } while (cursor.comma() || commaIsMissing());
    }

    /** Whether another condition begins here without a comma, which is a fault. */
    private boolean commaIsMissing() {
        boolean another = !cursor.isForgotten() && isAnotherOne();
        if (another) {
            complete = false;
            cursor.expected(TEXTS.text("commaAndOrBracket")).addTo(cursor.faults());
        }
        return another;
    }

    /** If conditions go on behind the closing bracket, it is one too many. */
    private void closePattern(Token opening, List<Syntax.Constraint> constraints) {
        Token closing = cursor.peek();
        cursor.close(opening, ")");
        while (closing.is(")") && cursor.is(",") && cursor.closings() > 0) {
            cursor.faults().add(closing.place(), FaultCode.BRACKET_TOO_MANY, closing.text());
            cursor.next();
            constraints(constraints);
            closing = cursor.peek();
            cursor.close(opening, ")");
        }
    }

    /** A condition or a binding; empty, with a fault, where it cannot be read. */
    private Optional<Syntax.Constraint> constraint() {
        int from = cursor.position();
        try {
            Syntax.Constraint constraint = cursor.isKind(Token.Kind.VARIABLE)
                            && BINDINGS.contains(cursor.peekAfter().text())
                    ? binding()
                    : test();
            if (!cursor.is(",") && !cursor.is(")") && !cursor.isForgotten() && !isAnotherOne()) {
                throw afterCondition();
            }
            return Optional.of(constraint);
        } catch (SyntaxException fault) {
            complete = false;
            fault.addTo(cursor.faults());
            cursor.skipCondition(from);
            return Optional.empty();
        }
    }

    private boolean isAnotherOne() {
        return (cursor.isKind(Token.Kind.NAME) || cursor.isKind(Token.Kind.VARIABLE))
                && ExpressionParser.canBeValue(cursor.peek());
    }

    private SyntaxException afterCondition() {
        Optional<String> symbol = ExpressionParser.symbolFor(cursor.peek());
        return symbol.isPresent()
                ? cursor.fault(FaultCode.WORD_FOR_SYMBOL, cursor.peek().text(), symbol.get())
                : ExpressionParser.afterOperand(cursor);
    }

    private Syntax.Constraint binding() {
        Syntax.Name variable = cursor.variable();
        cursor.expect(":");
        int from = cursor.position();
        Syntax.Name field = cursor.name(TEXTS.text("fieldToBind"));
        if (ExpressionParser.isOperator(cursor.peek())) {
            compared(variable, field, from);
        }
        if (cursor.is("+") || cursor.is("-") || cursor.is("*")) {
            throw sum(field, from);
        }
        return new Syntax.Binding(variable, field);
    }

    /** The fault of a sum where a variable is bound to one field. */
    private SyntaxException sum(Syntax.Name field, int from) {
        Token sign = cursor.next();
        String other = cursor.isKind(Token.Kind.NAME) || cursor.isKind(Token.Kind.NUMBER)
                ? cursor.sourceFrom(from) + " " + cursor.peek().text()
                : field.text() + " " + sign.text() + " ...";
        return new SyntaxException(
                sign.place(), FaultCode.EXPRESSION_REFUSED, sign.quoted(), TEXTS.text("sumWhereUsed", other));
    }

    /** Passes the comparison of a field that is bound at the same time, with a fault. */
    private void compared(Syntax.Name variable, Syntax.Name field, int from) {
        Place operator = cursor.place();
        cursor.back(from);
        new ExpressionParser(cursor).expression();
        String bound = "%s : %s".formatted(variable.text(), field.text());
        cursor.faults().add(operator, FaultCode.BINDING_COMPARED, bound, cursor.sourceFrom(from));
    }

    private Syntax.Test test() {
        Place place = cursor.place();
        int first = cursor.position();
        Syntax.Expression expression = new ExpressionParser(cursor).expression();
        return new Syntax.Test(expression, cursor.sourceFrom(first), place);
    }
}
