package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
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
    private static final Set<String> JOINING = Set.of(",", "&&", "+", "and");
    private static final List<String> WORDS = List.of("award", "support", "refer", "limit", "end");
    private static final Text AMOUNT = TEXTS.text("amount");

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

    /** The fault of what follows the outcome of a rule: a second one, however it is spelt, or anything else. */
    static SyntaxException afterOutcome(TokenCursor cursor) {
        Token found = cursor.peek();
        boolean second = found.isKind(Token.Kind.NAME)
                && cursor.peekAfter().is("(")
                && Spelling.nearest(found.text(), VERBS).isPresent();
        return second ? cursor.fault(FaultCode.SECOND_OUTCOME, found.quoted()) : refused(cursor, found, found.text());
    }

    /** The fault of a text after then that cannot be there. */
    static SyntaxException refused(TokenCursor cursor, Token first, String shown) {
        return cursor.atEnd() && !cursor.isWhole()
                ? SyntaxException.toldElsewhere()
                : new SyntaxException(
                        first.place(), FaultCode.CONSEQUENCE_REFUSED, Token.quote(shown), remedy(shown, cursor));
    }

    private static Object remedy(String shown, TokenCursor cursor) {
        return switch (shown) {
            case "else", "if", "elseif" -> TEXTS.text("ruleOfOpposite");
            case "limit", "cap", "sum", "total" -> Form.LIMIT.remedy(cursor.money());
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
        AmountParser amounts = new AmountParser(cursor);
        Optional<Syntax.Amount> amount = cursor.comma() ? Optional.of(amounts.amount()) : Optional.empty();
        close(opening);
        cursor.skipClosings();
        if (JOINING.contains(cursor.peek().text())
                && VERBS.contains(cursor.peekAfter().text())) {
            cursor.next();
            throw afterOutcome(cursor);
        }
        cursor.semicolon();
        return new Syntax.Consequence(new Syntax.Name(verb.text(), verb.place()), target, amount, amounts.money());
    }

    private Syntax.Name target() {
        if (cursor.isKind(Token.Kind.NAME)) {
            throw cursor.notAValue(cursor.peek().quoted());
        }
        return cursor.variable();
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
        cursor.close(opening, ")");
    }
}
