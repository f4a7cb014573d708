package io.subsidyrules.dialect.syntax;

import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an amount: {@code percent( 75 ).of( $cost ).atMost( yuan( 350 ).times( $sockets ) )}. */
final class AmountParser {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AmountParser.class);
    private static final Set<String> JOINING = Set.of("times", "plus", "atLeast", "atMost", "withoutCeiling");
    private static final String WORD = "yuan";
    private static final Text AMOUNT = TEXTS.text("amount");

    private final TokenCursor cursor;
    private final OperandParser operands;
    private final List<Syntax.Name> money = new ArrayList<>();
    private Optional<Place> highest = Optional.empty();
    private int parts;

    AmountParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.operands = new OperandParser(cursor);
    }

    Syntax.Amount amount() {
        isNotMissing();
        cursor.form(Form.AMOUNT);
        Place place = cursor.place();
        Optional<Place> percent = cursor.is("percent") ? Optional.of(percentage()) : Optional.empty();
        Syntax.Formula formula = formula();
        return new Syntax.Amount(formula, percent, highest.orElseGet(() -> source(formula)), place);
    }

    /** The words before the amounts that were read, which say their currency. */
    List<Syntax.Name> money() {
        return List.copyOf(money);
    }

    /** The place of the number that begins with the word percent. */
    private Place percentage() {
        return cursor.peekAt(2).place();
    }

    /** The place of what an amount without a ceiling is worked out from. */
    private static Place source(Syntax.Formula formula) {
        if (formula instanceof Syntax.Money money) {
            return money.of().place();
        }
        return formula instanceof Syntax.Share share ? share.of().place() : formula.place();
    }

    private Syntax.Formula formula() {
        if (++parts > Limits.AMOUNT_PARTS) {
            throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("amountParts"), Limits.AMOUNT_PARTS);
        }
        Syntax.Formula formula = first();
        while (cursor.skip(".")) {
            formula = called(formula);
        }
        return formula;
    }

    private Syntax.Formula first() {
        Place place = cursor.place();
        if (cursor.skip("percent")) {
            Token bracket = cursor.open("(");
            Syntax.Operand percent =
                    isWorkedOut() ? operands.operand() : new Syntax.Numeral(number(TEXTS.text("percentage")));
            close(bracket);
            cursor.expect(".");
            cursor.expect("of");
            return new Syntax.Share(percent, inBrackets(), place);
        }
        if (cursor.is("tiers") && cursor.peekAfter().is("(")) {
            cursor.next();
            return tiers(inBrackets(), place);
        }
        if (operands.isLookup()) {
            return new Syntax.Money(operands.lookup(), place);
        }
        Token opening = call(WORD);
        Syntax.Operand source = isWorkedOut() ? operands.operand() : new Syntax.Numeral(number(AMOUNT));
        close(opening);
        return new Syntax.Money(source, place);
    }

    private boolean isWorkedOut() {
        return cursor.isKind(Token.Kind.VARIABLE) || operands.isLookup() || cursor.isCalculation(0);
    }

    /** A number worked out from variables; a field that is not bound to one has a fault that says how. */
    private Syntax.Operand inBrackets() {
        Token opening = cursor.open("(");
        Token field = cursor.peek();
        if (field.isKind(Token.Kind.NAME) && !cursor.peekAfter().is("(")) {
            String form = "$%s : %s".formatted(field.text(), field.text());
            throw cursor.fault(
                    FaultCode.EXPECTED,
                    TokenCursor.VARIABLE,
                    field.quoted(),
                    TEXTS.text("bindField", form, field.text()));
        }
        if ((field.isKind(Token.Kind.NUMBER) || field.isKind(Token.Kind.STRING)) && !isWorkedOut()) {
            throw cursor.expected(TokenCursor.VARIABLE);
        }
        Syntax.Operand operand = operands.operand();
        close(opening);
        return operand;
    }

    private Syntax.Formula called(Syntax.Formula on) {
        Token name = cursor.peek();
        boolean known = name.isKind(Token.Kind.NAME) && JOINING.contains(name.text());
        if (!known || on instanceof Syntax.WithoutCeiling) {
            throw name.isKind(Token.Kind.NAME)
                    ? cursor.fault(FaultCode.CALL_REFUSED, name.text(), possibleCalls())
                    : cursor.expected(Token.quote("atMost"));
        }
        cursor.next();
        if (name.is("times")) {
            timesVariable();
            return new Syntax.Times(on, inBrackets(), name.place());
        }
        Token opening = cursor.open("(");
        if (name.is("withoutCeiling")) {
            close(opening);
            return new Syntax.WithoutCeiling(on, name.place());
        }
        isNotMissing();
        Place ceiling = cursor.peekAt(2).place();
        Syntax.Formula other = formula();
        if (name.is("atMost")) {
            highest = Optional.of(ceiling);
        }
        close(opening);
        return new Syntax.Joined(on, new Syntax.Name(name.text(), name.place()), other);
    }

    /** A number of times that is the same for everybody belongs into the amount itself. */
    private void timesVariable() {
        Token factor = cursor.peekAfter();
        if (factor.isKind(Token.Kind.NUMBER) && !cursor.isCalculation(1)) {
            throw new SyntaxException(
                    factor.place(),
                    FaultCode.EXPECTED,
                    TokenCursor.VARIABLE,
                    factor.quoted(),
                    TEXTS.text("timesVariable"));
        }
    }

    private Syntax.Formula tiers(Syntax.Operand of, Place place) {
        List<Syntax.Tiers.Tier> tiers = new ArrayList<>();
        while (cursor.is(".") && cursor.peekAfter().is("to")) {
            cursor.next();
            Place at = cursor.next().place();
            Token opening = cursor.open("(");
            Optional<Syntax.Name> count = cursor.isKind(Token.Kind.NUMBER)
                    ? Optional.of(cursor.number(TEXTS.text("limitOfTier")))
                    : Optional.empty();
            Optional<Syntax.Formula> amount = count.isPresent() ? Optional.empty() : Optional.of(formula());
            cursor.expect(",");
            Syntax.Tiers.Rate rate = rate();
            close(opening);
            tiers.add(new Syntax.Tiers.Tier(count, amount, rate, at));
            if (tiers.size() > Limits.TIERS) {
                throw cursor.fault(FaultCode.TOO_MANY, TEXTS.text("tiers"), Limits.TIERS);
            }
        }
        if (tiers.isEmpty()) {
            throw cursor.expected(TEXTS.text("firstTier"));
        }
        Optional<Syntax.Tiers.Rate> beyond = Optional.empty();
        if (cursor.is(".") && cursor.peekAfter().is("beyond")) {
            cursor.next();
            cursor.next();
            Token opening = cursor.open("(");
            beyond = Optional.of(rate());
            close(opening);
        }
        return new Syntax.Tiers(of, tiers, beyond, place);
    }

    private Syntax.Tiers.Rate rate() {
        boolean percent = cursor.is("percent");
        Token opening = percent ? call("percent") : call(WORD);
        if (operands.isLookup()) {
            throw cursor.fault(
                    FaultCode.CALL_REFUSED, cursor.peek().text(), TEXTS.text("numberOfTier", cursor.money()));
        }
        Syntax.Name digits = number(percent ? TEXTS.text("percentage") : AMOUNT);
        close(opening);
        return new Syntax.Tiers.Rate(percent, digits);
    }

    private void isNotMissing() {
        if (cursor.is(")")) {
            throw cursor.fault(FaultCode.AMOUNT_MISSING, cursor.money());
        }
    }

    private Token call(String name) {
        if (name.equals(WORD) && isMoney()) {
            Token word = cursor.next();
            money.add(new Syntax.Name(word.text(), word.place()));
            return cursor.open("(");
        }
        if (!cursor.is(name)) {
            if (cursor.isKind(Token.Kind.NAME)) {
                throw cursor.fault(FaultCode.CALL_REFUSED, cursor.peek().text(), possibleCalls());
            }
            if (cursor.isKind(Token.Kind.VARIABLE)) {
                throw cursor.fault(
                        FaultCode.EXPECTED,
                        example(),
                        cursor.peek().quoted(),
                        computed(cursor.peek().text()));
            }
            if (cursor.isKind(Token.Kind.NUMBER)) {
                throw cursor.expected(example());
            }
        }
        cursor.expect(name);
        return cursor.open("(");
    }

    private Text example() {
        return TEXTS.text("moneyOf", cursor.money());
    }

    private Text possibleCalls() {
        return TEXTS.text("partsOfAmount", cursor.money());
    }

    /** Whether the word for an amount stands here, of whatever currency. */
    private boolean isMoney() {
        return cursor.isKind(Token.Kind.NAME)
                && Currency.codeOfWord(cursor.peek().text()).isPresent()
                && cursor.peekAfter().is("(");
    }

    /** The forms of an amount that depends on a variable. */
    private Text computed(String variable) {
        String most = ".atMost( %s( 200_000 ) )".formatted(cursor.money());
        String whole = "%s( %s )%s".formatted(cursor.money(), variable, most);
        String part = "percent( 20 ).of( %s )%s".formatted(variable, most);
        return TEXTS.text("writeAward", whole, part, TEXTS.text("otherAmounts"));
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
                    ? cursor.fault(FaultCode.CALL_REFUSED, cursor.peek().text(), possibleCalls())
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
        if (cursor.is(".") && cursor.peekAfter().isCallOfAmount()) {
            cursor.faults().add(opening.place(), FaultCode.BRACKET_NOT_CLOSED, opening.text(), ")");
            return;
        }
        cursor.close(opening, ")");
    }
}
