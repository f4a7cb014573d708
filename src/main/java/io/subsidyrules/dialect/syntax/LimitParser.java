package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a rule says of several awards: a pattern on them, and the outcome that limits them. */
final class LimitParser {

    /** The type of a pattern on awards. */
    static final String AWARDS = "Awards";

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LimitParser.class);
    private static final String VERB = "limit";
    private static final Set<String> KINDS = Set.of("yuan", "awards", "highest");
    private static final Set<String> MODIFIERS = Set.of("orNothing", "toppingUp");
    private static final Pattern YEARS = Pattern.compile("[0-9]{1,3}");
    private static final int MOST_YEARS = 999;
    private static final Set<String> SHIFTS = Set.of("minusYears", "minusMonths", "minusDays");
    private static final List<String> MEMBERS =
            List.of("item", "clause", "measure", "policy", "year", "decidedOn", "same", "of");
    private static final Text POSSIBLE_WINDOWS = TEXTS.text("windowsOfAwards");
    private static final Text POSSIBLE_VALUES = TEXTS.text("valuesOfAwards");

    private final TokenCursor cursor;

    /** Whether the pattern is a condition, which asks for earlier awards only. */
    private boolean earlier;

    LimitParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether an outcome that limits begins here. */
    static boolean begins(TokenCursor cursor) {
        return cursor.is(VERB)
                && cursor.isKind(Token.Kind.NAME)
                && cursor.peekAfter().is("(");
    }

    /** Reads the outcome. */
    Syntax.Limit limit() {
        cursor.form(Form.LIMIT);
        int from = cursor.position();
        Token verb = cursor.next();
        Token opening = cursor.open("(");
        Syntax.Name target = cursor.variable();
        cursor.expect(",");
        Syntax.Name kind = cursor.name(TEXTS.text("kindOfLimit", cursor.money()));
        if (!KINDS.contains(kind.text()) && Currency.codeOfWord(kind.text()).isEmpty()) {
            throw new SyntaxException(
                    kind.place(), FaultCode.CALL_REFUSED, kind.text(), TEXTS.text("kindsOfLimit", cursor.money()));
        }
        Token inner = cursor.open("(");
        Optional<Syntax.Operand> number = kind.text().equals("highest") ? Optional.empty() : Optional.of(number());
        cursor.close(inner, ")");
        cursor.close(opening, ")");
        Optional<Syntax.Name> modifier = cursor.skip(".") ? Optional.of(modifier()) : Optional.empty();
        String source = cursor.sourceFrom(from);
        cursor.skipClosings();
        cursor.semicolon();
        return new Syntax.Limit(named(verb), target, kind, number, modifier, source);
    }

    private Syntax.Operand number() {
        return cursor.isKind(Token.Kind.VARIABLE)
                ? new Syntax.Variable(cursor.variable())
                : new Syntax.Numeral(cursor.number(TEXTS.text("numberOfLimit")));
    }

    private Syntax.Name modifier() {
        Syntax.Name modifier = cursor.name(TEXTS.text("modifierOfLimit"));
        if (!MODIFIERS.contains(modifier.text())) {
            throw new SyntaxException(
                    modifier.place(),
                    FaultCode.CALL_REFUSED,
                    modifier.text(),
                    TEXTS.text("kindsOfLimit", cursor.money()));
        }
        cursor.close(cursor.open("("), ")");
        return modifier;
    }

    /**
     * Reads a pattern on awards after its type; empty, with its faults, where a part of it cannot be read.
     *
     * @param variable the one that it is bound to
     */
    Optional<Syntax.Awards> awards(Optional<Syntax.Name> variable, Syntax.Name type) {
        Optional<List<Syntax.AwardsPart>> parts = parts();
        cursor.skipClosings();
        cursor.skip(";");
        return parts.map(read -> new Syntax.Awards(Optional.empty(), variable, type, read, ""));
    }

    /**
     * Reads a condition on awards; empty, with its faults, where a part of it cannot be read.
     *
     * @throws SyntaxException where it is not one
     */
    Optional<Syntax.Awards> condition() {
        cursor.form(Form.AWARDS);
        int from = cursor.position();
        Syntax.Name quantifier = named(cursor.next());
        Optional<Token> opening = cursor.is("(") ? Optional.of(cursor.next()) : Optional.empty();
        Syntax.Name type = named(cursor.next());
        earlier = true;
        Optional<List<Syntax.AwardsPart>> parts = parts();
        opening.ifPresent(bracket -> cursor.close(bracket, ")"));
        String source = cursor.sourceFrom(from);
        cursor.skipClosings();
        cursor.skip(";");
        return parts.map(read -> new Syntax.Awards(Optional.of(quantifier), Optional.empty(), type, read, source));
    }

    /** The parts in brackets; empty, with its faults, where one of them cannot be read. */
    private Optional<List<Syntax.AwardsPart>> parts() {
        cursor.form(Form.AWARDS);
        Token opening = cursor.open("(");
        List<Syntax.AwardsPart> parts = new ArrayList<>();
        boolean whole = true;
        if (!cursor.skip(")")) {
            do {
                int from = cursor.position();
                try {
                    parts.add(part());
                    if (!cursor.is(",") && !cursor.is(")") && !cursor.isForgotten()) {
                        throw cursor.expected(TEXTS.text("commaOrBracket"));
                    }
                } catch (SyntaxException fault) {
                    whole = false;
                    fault.addTo(cursor.faults());
                    cursor.skipCondition(from);
                }
            } while (cursor.skip(","));
            cursor.close(opening, ")");
        }
        return whole ? Optional.of(parts) : Optional.empty();
    }

    private Syntax.AwardsPart part() {
        Syntax.Name member = cursor.name(TEXTS.text("memberOfAwards"));
        return switch (member.text()) {
            case "item", "clause", "measure", "policy" -> chosen(member);
            case "year" -> sameYear(member.place());
            case "decidedOn" -> within(member.place());
            case "same" -> same(member);
            case "of" -> of(member.place());
            default -> throw unknown(member);
        };
    }

    private static SyntaxException unknown(Syntax.Name member) {
        return new SyntaxException(
                member.place(),
                FaultCode.UNKNOWN_FIELD,
                AWARDS,
                member.text(),
                Spelling.remedy(member.text(), MEMBERS));
    }

    private Syntax.Chosen chosen(Syntax.Name member) {
        if (cursor.skip("==")) {
            return new Syntax.Chosen(member, List.of(value(member)));
        }
        if (!cursor.skip("in")) {
            throw refused();
        }
        Token opening = cursor.open("(");
        List<Syntax.Name> values = new ArrayList<>();
        do {
            values.add(value(member));
            if (values.size() > Limits.LIST) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("valuesInList"), Limits.LIST);
            }
        } while (cursor.skip(","));
        cursor.close(opening, ")");
        return new Syntax.Chosen(member, values);
    }

    private Syntax.Name value(Syntax.Name member) {
        return member.text().equals("measure")
                ? cursor.number(TEXTS.text("numberOfMeasure"))
                : cursor.string(TEXTS.text("valueOfAwards"));
    }

    /** The fault of a text in the place of an operator. */
    private SyntaxException refused() {
        boolean operator = cursor.isKind(Token.Kind.SYMBOL)
                && ExpressionParser.OPERATORS.contains(cursor.peek().text());
        return operator || cursor.is("not")
                ? cursor.fault(FaultCode.OPERATOR_REFUSED, cursor.peek().quoted(), POSSIBLE_VALUES)
                : cursor.expected(Token.quote("=="));
    }

    private Syntax.InYear sameYear(Place place) {
        if (!cursor.is("==")) {
            throw cursor.fault(FaultCode.OPERATOR_REFUSED, cursor.peek().quoted(), POSSIBLE_WINDOWS);
        }
        cursor.next();
        isWindow(cursor.skip("asOf") && cursor.skip(".") && cursor.skip("year"));
        if (earlier && cursor.skip("-")) {
            Syntax.Name back = cursor.number(TEXTS.text("wholeNumber"));
            if (!YEARS.matcher(back.text()).matches()) {
                throw new SyntaxException(back.place(), FaultCode.SHIFT_OUT_OF_RANGE, MOST_YEARS);
            }
            return new Syntax.InYear(place, Integer.parseInt(back.text()));
        }
        isWindow(!cursor.is("-") && !cursor.is("+"));
        return new Syntax.InYear(place, 0);
    }

    private Syntax.Within within(Place place) {
        if (!cursor.is(">") && !cursor.is(">=")) {
            throw cursor.fault(FaultCode.OPERATOR_REFUSED, cursor.peek().quoted(), POSSIBLE_WINDOWS);
        }
        boolean included = cursor.next().is(">=");
        isWindow(cursor.skip("asOf") && cursor.skip("."));
        Token method = cursor.peek();
        isWindow(SHIFTS.contains(method.text()));
        cursor.next();
        Token opening = cursor.open("(");
        Syntax.Name amount = cursor.number(TEXTS.text("wholeNumber"));
        cursor.close(opening, ")");
        return new Syntax.Within(place, included, named(method), amount);
    }

    private void isWindow(boolean expected) {
        if (!expected) {
            throw cursor.fault(FaultCode.EXPRESSION_REFUSED, cursor.peek().quoted(), POSSIBLE_WINDOWS);
        }
    }

    private Syntax.Same same(Syntax.Name member) {
        if (earlier) {
            throw unknown(member);
        }
        Token opening = cursor.open("(");
        Syntax.Name field = cursor.name(TEXTS.text("keyOfClaim"));
        cursor.close(opening, ")");
        return new Syntax.Same(field, member.place());
    }

    private Syntax.Of of(Place place) {
        Token opening = cursor.open("(");
        if (!cursor.isKind(Token.Kind.VARIABLE) && !cursor.is("project")) {
            throw cursor.expected(TEXTS.text("projectOrGroup"));
        }
        Syntax.Name name = named(cursor.next());
        Syntax.Operand whose = name.text().equals("project") ? new Syntax.Word(name) : new Syntax.Variable(name);
        cursor.close(opening, ")");
        return new Syntax.Of(whose, place);
    }

    private static Syntax.Name named(Token token) {
        return new Syntax.Name(token.text(), token.place());
    }
}
