package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks what a rule gives, how much, and when: its {@code then} and its attributes. Each part is looked at, whatever
 * the others have.
 */
final class OutcomeBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OutcomeBinder.class);

    private final Optional<Currency> currency;
    private final Faults faults;

    /** @param currency of the amounts of the policy; empty if its own file could not be read */
    OutcomeBinder(Optional<Currency> currency, Faults faults) {
        this.currency = currency;
        this.faults = faults;
    }

    /** The verb, which must fit the target and the amount. */
    Outcome outcome(Syntax.Consequence consequence, Optional<FactType> claim, Scope scope) {
        Outcome outcome = Outcome.valueOf(consequence.verb().text().toUpperCase(Locale.ROOT));
        boolean hasAmount = consequence.amount().isPresent();
        consequence.money().forEach(this::money);
        target(consequence.target(), claim, scope, outcome == Outcome.AWARD || hasAmount);
        if (outcome == Outcome.AWARD && !hasAmount) {
            faults.add(consequence.verb().place(), FaultCode.AMOUNT_MISSING, word());
        }
        if (outcome == Outcome.SUPPORT && hasAmount) {
            faults.add(consequence.verb().place(), FaultCode.SUPPORT_WITH_AMOUNT);
        }
        return outcome;
    }

    /** Adds a fault where the word before an amount is that of another currency. */
    void money(Syntax.Name word) {
        currency.ifPresent(known -> word(word, known));
    }

    /** The word before an amount of the policy, for examples. */
    String word() {
        return currency.orElse(Currency.CNY).word();
    }

    private void word(Syntax.Name word, Currency known) {
        String written = Currency.codeOfWord(word.text()).orElse(word.text());
        if (!written.equals(known.code())) {
            faults.add(
                    word.place(),
                    FaultCode.WRONG_CURRENCY,
                    word.text(),
                    known.code(),
                    TEXTS.text("amountOfCurrency", known.word(), written));
        }
    }

    private void target(Syntax.Name target, Optional<FactType> claim, Scope scope, boolean money) {
        Optional<FactType> fact = scope.fact(target.text());
        if (fact.isEmpty()) {
            faults.add(target.place(), FaultCode.UNBOUND_TARGET, target.text());
        } else if (!fact.get().isClaim() && (claim.isPresent() || money)) {
            faults.add(target.place(), FaultCode.WRONG_TARGET);
        }
    }

    /** Checks the dates of a rule that could not be read to its end. */
    void dates(Syntax.RuleDeclare declare) {
        for (Syntax.Attribute attribute : declare.attributes()) {
            try {
                OperandBinder.date(attribute.value());
            } catch (SyntaxException fault) {
                fault.addTo(faults);
            }
        }
    }

    /** When the rule is in force; empty if it does not say so. */
    Optional<Period> period(Syntax.RuleDeclare declare) {
        Map<String, LocalDate> dates = new TreeMap<>();
        boolean whole = true;
        for (Syntax.Attribute attribute : declare.attributes()) {
            try {
                if (dates.put(attribute.name(), OperandBinder.date(attribute.value())) != null) {
                    faults.add(attribute.place(), FaultCode.DUPLICATE_ATTRIBUTE, attribute.name());
                    whole = false;
                }
            } catch (SyntaxException fault) {
                whole = false;
                fault.addTo(faults);
            }
        }
        LocalDate from = dates.get("date-effective");
        Optional<LocalDate> until = Optional.ofNullable(dates.get("date-expires"));
        if (from == null) {
            if (whole) {
                faults.add(declare.name().place(), FaultCode.PERIOD_MISSING);
            }
            return Optional.empty();
        }
        if (!whole) {
            return Optional.empty();
        }
        if (until.isPresent() && !until.get().isAfter(from)) {
            faults.add(declare.name().place(), FaultCode.PERIOD_EMPTY, until.get(), from);
            return Optional.empty();
        }
        return Optional.of(new Period(from, until));
    }
}
