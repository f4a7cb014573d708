package io.subsidyrules.dialect.amount;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks tiers: all of a count or all of money, each with a rate of its kind, their limits rising. */
final class TierBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TierBinder.class);

    private final Parts parts;
    private final String word;
    private final Faults faults;

    /** @param word before an amount of the policy */
    TierBinder(Parts parts, String word, Faults faults) {
        this.parts = parts;
        this.word = word;
        this.faults = faults;
    }

    /**
     * The binding of what tiers are made of; each is empty, with a fault, where it cannot be bound.
     *
     * @param formula of a limit that is an amount
     * @param money of a number that is money
     * @param count of a number that is none
     * @param yuan of the rate of a count
     * @param percent of the rate of money
     */
    record Parts(
            Function<Syntax.Formula, Optional<Formula>> formula,
            Function<Syntax.Operand, Optional<Operand>> money,
            Function<Syntax.Operand, Optional<Operand>> count,
            Function<Syntax.Name, Optional<BigDecimal>> yuan,
            Function<Syntax.Name, Optional<BigDecimal>> percent) {}

    Optional<Formula> bind(Syntax.Tiers written) {
        boolean counted = written.tiers().get(0).count().isPresent();
        Optional<Operand> of = (counted ? parts.count() : parts.money()).apply(written.of());
        List<Formula.Tiers.Tier> tiers = new ArrayList<>();
        boolean whole = of.isPresent();
        for (Syntax.Tiers.Tier tier : written.tiers()) {
            Optional<Formula> limit = limit(tier, counted);
            Optional<BigDecimal> rate = rate(tier.rate(), counted);
            whole &= limit.isPresent() && rate.isPresent() && rises(tiers, limit.get(), tier);
            if (limit.isPresent() && rate.isPresent()) {
                tiers.add(new Formula.Tiers.Tier(limit.get(), rate.get()));
            }
        }
        Optional<BigDecimal> beyond =
                written.beyond().map(rate -> rate(rate, counted)).orElse(Optional.of(BigDecimal.ZERO));
        return whole && beyond.isPresent()
                ? of.map(number -> new Formula.Tiers(number, counted, tiers, beyond.get()))
                : Optional.empty();
    }

    private Optional<Formula> limit(Syntax.Tiers.Tier tier, boolean counted) {
        if (counted != tier.count().isPresent()) {
            faults.add(tier.place(), FaultCode.BAD_TIER, TEXTS.text("limitsOfOneKind", word));
            return Optional.empty();
        }
        if (tier.amount().isPresent()) {
            return parts.formula().apply(tier.amount().get());
        }
        Syntax.Name digits = tier.count().orElseThrow();
        BigDecimal limit = OperandBinder.number(digits);
        if (limit.signum() <= 0 || limit.stripTrailingZeros().scale() > 0) {
            faults.add(digits.place(), FaultCode.BAD_TIER, TEXTS.text("wholeLimit"));
            return Optional.empty();
        }
        return Optional.of(new Formula.Fixed(limit));
    }

    private Optional<BigDecimal> rate(Syntax.Tiers.Rate rate, boolean counted) {
        if (rate.percent() == counted) {
            faults.add(
                    rate.digits().place(),
                    FaultCode.BAD_TIER,
                    counted ? TEXTS.text("yuanForEach", word) : TEXTS.text("percentOfPart", word));
            return Optional.empty();
        }
        return (counted ? parts.yuan() : parts.percent()).apply(rate.digits());
    }

    /** Whether a limit lies above the one before, as far as that can be said without the facts. */
    private boolean rises(List<Formula.Tiers.Tier> before, Formula limit, Syntax.Tiers.Tier tier) {
        if (before.isEmpty() || rises(before.get(before.size() - 1).limit(), limit)) {
            return true;
        }
        faults.add(tier.place(), FaultCode.BAD_TIER, TEXTS.text("limitsRise"));
        return false;
    }

    private static boolean rises(Formula last, Formula next) {
        if (last instanceof Formula.Fixed one && next instanceof Formula.Fixed other) {
            return one.amount().compareTo(other.amount()) < 0;
        }
        return !(last instanceof Formula.Share one
                && next instanceof Formula.Share other
                && one.of().equals(other.of())
                && one.percent() instanceof Operand.Literal lower
                && other.percent() instanceof Operand.Literal higher
                && ((BigDecimal) lower.value()).compareTo((BigDecimal) higher.value()) >= 0);
    }
}
