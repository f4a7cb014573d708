package io.subsidyrules.dialect.amount;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.FieldTypes;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.operand.VariableBinder;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up the variables of an amount, and checks that it is one of money, of numbers that it can be, and bounded. */
public final class AmountBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AmountBinder.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final VariableBinder variables;
    private final Currency currency;
    private final Yuan largest;
    private final Faults faults;

    /**
     * A binder for the amount of one rule.
     *
     * @param currency of the amounts of the policy
     * @param largest the most that the policy pays without a person's decision
     */
    public AmountBinder(Scope scope, Currency currency, Yuan largest, Faults faults) {
        this.variables = new VariableBinder(scope);
        this.currency = currency;
        this.largest = largest;
        this.faults = faults;
    }

    /** The amount; empty, with a fault, if it cannot be determined. */
    public Optional<Amount> amount(Syntax.Amount written) {
        if (written.formula() instanceof Syntax.WithoutCeiling without) {
            return formula(without.formula()).map(formula -> new Amount.Composed(formula, largest, false));
        }
        Optional<Formula> formula = formula(written.formula());
        if (formula.isEmpty() && !written.mayBeBounded()) {
            faults.add(written.place(), FaultCode.CEILING_MISSING, currency.word());
        }
        return formula.flatMap(known -> bounded(known, written.place()));
    }

    private Optional<Amount> bounded(Formula formula, Place place) {
        if (formula instanceof Formula.Fixed fixed) {
            return Optional.of(new Amount.Fixed(new Yuan(fixed.amount())));
        }
        Optional<Amount> simple = share(formula);
        if (simple.isPresent()) {
            return simple;
        }
        Optional<Yuan> ceiling = FormulaBounds.of(formula, Ranges::of).most().map(Yuan::new);
        if (ceiling.isEmpty()) {
            faults.add(place, FaultCode.CEILING_MISSING, currency.word());
        }
        return ceiling.map(most -> new Amount.Composed(formula, most, true));
    }

    /** So many per cent of a field, with a ceiling that is the same for everybody. */
    private static Optional<Amount> share(Formula formula) {
        return formula instanceof Formula.AtMost cut
                        && cut.ceiling() instanceof Formula.Fixed ceiling
                        && cut.amount() instanceof Formula.Share share
                        && share.percent() instanceof Operand.Literal percent
                        && share.of() instanceof Operand.FieldValue source
                ? Optional.of(new Amount.Share((BigDecimal) percent.value(), source, new Yuan(ceiling.amount())))
                : Optional.empty();
    }

    /** The formula; empty where a part of it has a fault, which was added. */
    private Optional<Formula> formula(Syntax.Formula written) {
        if (written instanceof Syntax.Money money) {
            return money(money);
        }
        if (written instanceof Syntax.Share share) {
            Optional<Operand> percent = percent(share.percent());
            Optional<Operand> of = money(share.of());
            return percent.isPresent() && of.isPresent()
                    ? Optional.of(new Formula.Share(percent.get(), of.get()))
                    : Optional.empty();
        }
        if (written instanceof Syntax.Times times) {
            Optional<Formula> each = formula(times.each());
            Optional<Operand> count = count(times.count());
            if (each.filter(AmountBinder::readsMoney).isPresent()) {
                faults.add(times.name(), FaultCode.FIELD_TIMES_FIELD, TEXTS.text("eachIsNumber", currency.word()));
                return Optional.empty();
            }
            return each.flatMap(amount -> count.map(number -> new Formula.Times(amount, number)));
        }
        if (written instanceof Syntax.Tiers tiers) {
            return new TierBinder(
                            new TierBinder.Parts(this::formula, this::money, this::count, this::yuan, this::percent),
                            currency.word(),
                            faults)
                    .bind(tiers);
        }
        return written instanceof Syntax.Joined joined ? joined(joined) : misplaced((Syntax.WithoutCeiling) written);
    }

    private static boolean readsMoney(Formula formula) {
        List<Operand.FieldValue> fields = new ArrayList<>();
        formula.numbers().filter(number -> !number.hasLookup()).forEach(number -> number.forEachField(fields::add));
        return !fields.isEmpty() || formula.parts().anyMatch(AmountBinder::readsMoney);
    }

    private Optional<Formula> misplaced(Syntax.WithoutCeiling without) {
        faults.add(without.name(), FaultCode.CALL_REFUSED, "withoutCeiling", TEXTS.text("withoutCeilingLast"));
        return Optional.empty();
    }

    private Optional<Formula> joined(Syntax.Joined joined) {
        Optional<Formula> one = formula(joined.one());
        Optional<Formula> other = formula(joined.other());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        boolean fixed = one.get() instanceof Formula.Fixed && other.get() instanceof Formula.Fixed;
        Formula formula =
                switch (joined.call().text()) {
                    case "plus" -> new Formula.Plus(one.get(), other.get());
                    case "atLeast" -> new Formula.AtLeast(one.get(), other.get());
                    default -> new Formula.AtMost(one.get(), other.get());
                };
        return Optional.of(
                fixed
                        ? new Formula.Fixed(
                                FormulaBounds.of(formula, Ranges::of).least().orElseThrow())
                        : formula);
    }

    private Optional<Formula> money(Syntax.Money money) {
        if (money.of() instanceof Syntax.Numeral number) {
            return yuan(number.digits()).map(Formula.Fixed::new);
        }
        return money(money.of()).map(of -> new Formula.Share(new Operand.Literal(ValueType.DECIMAL, HUNDRED), of));
    }

    /** The money that an amount is worked out from, or a sum of money alone. */
    private Optional<Operand> money(Syntax.Operand written) {
        Optional<Operand> operand = operand(written);
        Optional<Operand> other = operand.filter(one -> !isMoney(one));
        other.ifPresent(one -> faults.add(
                written.place(),
                FaultCode.AMOUNT_NOT_MONEY,
                VariableBinder.written(written),
                FieldTypes.described(one)));
        return other.isPresent() ? Optional.empty() : operand;
    }

    private static boolean isMoney(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            return sum.terms().stream().allMatch(term -> isMoney(term.number()));
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return aggregate.of().filter(AmountBinder::isMoney).isPresent();
        }
        if (operand instanceof Operand.Lookup lookup) {
            return lookup.table().head().unit().isEmpty();
        }
        return operand instanceof Operand.FieldValue field && field.field().isMoney();
    }

    /** The number of times that an amount is given: a count, or a quantity that has a unit. */
    private Optional<Operand> count(Syntax.Operand written) {
        Optional<Operand> operand = operand(written);
        Optional<Operand> other = operand.filter(one -> !isCount(one));
        other.ifPresent(one -> faults.add(
                written.place(),
                FaultCode.COUNT_NEEDED,
                VariableBinder.written(written),
                FieldTypes.described(one),
                currency.word()));
        return other.isPresent() ? Optional.empty() : operand;
    }

    private static boolean isCount(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            return sum.terms().stream().allMatch(term -> isCount(term.number()));
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return aggregate.of().map(AmountBinder::isCount).orElse(true);
        }
        return operand.type() == ValueType.INTEGER
                || operand instanceof Operand.Lookup
                || (operand instanceof Operand.FieldValue field
                        && field.field().unit().isPresent());
    }

    private Optional<Operand> operand(Syntax.Operand written) {
        try {
            return Optional.of(variables.operand(written));
        } catch (SyntaxException fault) {
            fault.addTo(faults);
            return Optional.empty();
        }
    }

    private Optional<Operand> percent(Syntax.Operand written) {
        if (!(written instanceof Syntax.Numeral number)) {
            return operand(written).flatMap(operand -> percentOfTable(operand, written.place()));
        }
        return percent(number.digits()).map(percent -> new Operand.Literal(ValueType.DECIMAL, percent));
    }

    /** A percentage that a table has, none of which is below nothing or above a hundred. */
    private Optional<Operand> percentOfTable(Operand operand, Place place) {
        if (!(operand instanceof Operand.Lookup lookup)) {
            faults.add(place, FaultCode.FIELD_TIMES_FIELD, TEXTS.text("percentIsNumber"));
            return Optional.empty();
        }
        for (BigDecimal end : List.of(lookup.table().least(), lookup.table().most())) {
            if (end.signum() < 0 || end.compareTo(HUNDRED) > 0) {
                faults.add(place, FaultCode.PERCENT_OUT_OF_RANGE, end.toPlainString());
                return Optional.empty();
            }
        }
        return Optional.of(operand);
    }

    private Optional<BigDecimal> percent(Syntax.Name digits) {
        BigDecimal percent = OperandBinder.number(digits);
        if (percent.signum() == 0 || percent.compareTo(HUNDRED) > 0) {
            faults.add(digits.place(), FaultCode.PERCENT_OUT_OF_RANGE, digits.text());
            return Optional.empty();
        }
        return Optional.of(percent);
    }

    private Optional<BigDecimal> yuan(Syntax.Name digits) {
        BigDecimal amount = OperandBinder.number(digits);
        if (amount.scale() > Field.FEN || amount.signum() == 0 || !Field.Range.YUAN.contains(amount)) {
            faults.add(digits.place(), FaultCode.AMOUNT_OUT_OF_RANGE, digits.text(), currency.unit());
            return Optional.empty();
        }
        return Optional.of(amount);
    }
}
