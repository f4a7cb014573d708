package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what follows {@code then}: one of award, support and refer. */
final class ConsequenceParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ConsequenceParser.class);
    private static final Set<String> VERBS = Set.of("award", "support", "refer");
    private static final List<String> WORDS = List.of("award", "support", "refer", "limit", "end");
    private static final Text AMOUNT = TEXTS.text("amount");
    private static final Text YUAN = TEXTS.text("yuan");
    private static final Text POSSIBLE_CALLS = TEXTS.text("partsOfAmount", Form.NOT_THERE);

    private final TokenCursor cursor;

    ConsequenceParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether an outcome begins here. */
    static boolean begins(TokenCursor cursor) {
        return LimitParser.begins(cursor)
                || (cursor.isKind(Token.Kind.NAME)
                        && VERBS.contains(cursor.peek().text())
                        && cursor.peekAfter().is("("));
    }

    /** The fault of a text after then that cannot be there. */
    static SyntaxException refused(TokenCursor cursor, Token first, String shown) {
        return cursor.atEnd() && !cursor.isWhole()
                ? SyntaxException.toldElsewhere()
                : new SyntaxException(first.place(), FaultCode.CONSEQUENCE_REFUSED, Token.quote(shown), remedy(shown));
    }

    private static Object remedy(String shown) {
        return switch (shown) {
            case "award", "support", "refer" -> TEXTS.text("oneOutcome");
            case "else", "if", "elseif" -> TEXTS.text("ruleOfOpposite");
            case "limit", "cap", "sum", "total" -> Form.LIMIT.remedy();
            default -> Spelling.question(shown, WORDS);
        };
    }

    Syntax.Consequence consequence() {
        cursor.form(Form.OUTCOME);
        Token first = cursor.peek();
        if (!first.isKind(Token.Kind.NAME) || !VERBS.contains(first.text())) {
            int from = cursor.position();
            if (first.isKind(Token.Kind.NAME)) {
                cursor.dotted(AMOUNT);
            } else {
                cursor.next();
            }
            String done = cursor.sourceFrom(from);
            String shown = Shortened.end(done, Limits.NAME);
            throw refused(cursor, first, shown);
        }
        Token verb = cursor.next();
        Token opening = cursor.open("(");
        Syntax.Name target = target();
        if (cursor.isKind(Token.Kind.NAME) && !cursor.isForgotten()) {
            throw cursor.expected(TEXTS.text("commaOrBracket"));
        }
        Optional<Syntax.Amount> amount = cursor.skip(",") ? Optional.of(amount()) : Optional.empty();
        close(opening);
        cursor.skipClosings();
        cursor.semicolon();
        return new Syntax.Consequence(new Syntax.Name(verb.text(), verb.place()), target, amount);
    }

    private Syntax.Name target() {
        if (cursor.isKind(Token.Kind.NAME)) {
            throw cursor.notAValue(cursor.peek().quoted());
        }
        return cursor.variable();
    }

    private Syntax.Amount amount() {
        isNotMissing();
        cursor.form(Form.AMOUNT);
        Place place = cursor.place();
        Optional<Syntax.Name> percent = Optional.empty();
        Syntax.Operand source;
        Token opening;
        if (cursor.skip("percent")) {
            Token bracket = cursor.open("(");
            percent = Optional.of(number(TEXTS.text("percentage")));
            close(bracket);
            cursor.expect(".");
            cursor.expect("of");
            opening = cursor.open("(");
            source = new Syntax.Variable(bound());
        } else {
            opening = call("yuan");
            source = cursor.isKind(Token.Kind.VARIABLE)
                    ? new Syntax.Variable(cursor.variable())
                    : new Syntax.Numeral(number(AMOUNT));
        }
        close(opening);
        return new Syntax.Amount(percent, source, ceiling(), place);
    }

    /** A variable; the fault of a field that is not bound to one says how to bind it. */
    private Syntax.Name bound() {
        Token field = cursor.peek();
        if (field.isKind(Token.Kind.NAME)) {
            String form = "$%s : %s".formatted(field.text(), field.text());
            throw cursor.fault(
                    FaultCode.EXPECTED,
                    TokenCursor.VARIABLE,
                    field.quoted(),
                    TEXTS.text("bindField", form, field.text()));
        }
        return cursor.variable();
    }

    private void isNotMissing() {
        if (cursor.is(")")) {
            throw cursor.fault(FaultCode.AMOUNT_MISSING);
        }
    }

    private Optional<Syntax.Name> ceiling() {
        if (!cursor.skip(".")) {
            return Optional.empty();
        }
        Token outer = call("atMost");
        Token inner = call("yuan");
        Syntax.Name ceiling = number(TEXTS.text("ceiling"));
        close(inner);
        close(outer);
        if (cursor.is(".") && cursor.peekAfter().isKind(Token.Kind.NAME)) {
            cursor.next();
            throw cursor.fault(FaultCode.CALL_REFUSED, cursor.peek().text(), POSSIBLE_CALLS);
        }
        return Optional.of(ceiling);
    }

    private Token call(String name) {
        if (!cursor.is(name)) {
            if (cursor.isKind(Token.Kind.NAME)) {
                throw cursor.fault(FaultCode.CALL_REFUSED, cursor.peek().text(), POSSIBLE_CALLS);
            }
            if (cursor.isKind(Token.Kind.VARIABLE)) {
                throw cursor.fault(
                        FaultCode.EXPECTED,
                        YUAN,
                        cursor.peek().quoted(),
                        computed(cursor.peek().text()));
            }
            if (cursor.isKind(Token.Kind.NUMBER)) {
                throw cursor.expected(YUAN);
            }
        }
        cursor.expect(name);
        return cursor.open("(");
    }

    /** The forms of an amount that depends on a variable. */
    private static Text computed(String variable) {
        String whole = "yuan( %s ).atMost( yuan( 200_000 ) )".formatted(variable);
        String part = "percent( 20 ).of( %s ).atMost( yuan( 200_000 ) )".formatted(variable);
        return TEXTS.text("writeAward", whole, part, Form.NOT_THERE);
    }

    private Syntax.Name number(Text what) {
        isNotMissing();
        if (cursor.is("-")) {
            Token minus = cursor.next();
            Syntax.Name digits = cursor.number(what);
            cursor.faults().add(minus.place(), FaultCode.AMOUNT_NEGATIVE, "-" + digits.text());
            cursor.faults().settle(digits.place());
            return digits;
        }
        if (cursor.isKind(Token.Kind.NAME)) {
            throw cursor.peekAfter().is("(") || cursor.peekAfter().is(".")
                    ? cursor.fault(FaultCode.CALL_REFUSED, cursor.peek().text(), POSSIBLE_CALLS)
                    : cursor.notAValue(cursor.peek().quoted());
        }
        return cursor.number(what);
    }

    private void close(Token opening) {
        boolean computed = cursor.isKind(Token.Kind.SYMBOL)
                && !cursor.is(")")
                && !cursor.is(",")
                && !cursor.is(".")
                && !cursor.isForgotten();
        if (computed) {
            throw cursor.notAValue(cursor.peek().quoted());
        }
        if (cursor.is(".") && (cursor.peekAfter().is("of") || cursor.peekAfter().is("atMost"))) {
            cursor.faults().add(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
            return;
        }
        cursor.close(opening, ")");
    }
}
