package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Boundary;
import io.subsidyrules.coverage.boundary.Quantity;
import io.subsidyrules.coverage.boundary.Reach;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.amount.AmountTier;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.text.Text;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tiers of the amount of a rule, and the sides of its ceilings and other limits. */
final class AmountPoints {

    private final Rule rule;
    private final Reach reach;

    /** @param reach the values that requests can have */
    AmountPoints(Rule rule, Reach reach) {
        this.rule = rule;
        this.reach = reach.where(
                rule.conditions().stream().map(Condition::expression).toList());
    }

    Stream<Point> all() {
        Stream<Point> tiers = AmountTier.of(rule).stream().map(tier -> new TierEntry(rule, tier));
        Stream<Point> sides = rule.amount().stream().flatMap(this::sides);
        return Stream.concat(tiers, sides);
    }

    private Stream<Point> sides(Amount amount) {
        if (amount instanceof Amount.Share share) {
            return sides(share.formula());
        }
        if (!(amount instanceof Amount.Composed composed)) {
            return Stream.of();
        }
        return composed.bounded()
                ? sides(composed.formula())
                : Stream.concat(
                        sides(composed.formula()),
                        sides(
                                AmountSide.Kind.LARGEST,
                                new Quantity.OfFormula(composed.formula()),
                                new Formula.Fixed(composed.ceiling().amount()),
                                false));
    }

    private Stream<Point> sides(Formula formula) {
        return Stream.concat(own(formula), formula.parts().flatMap(this::sides));
    }

    private Stream<Point> own(Formula formula) {
        if (formula instanceof Formula.AtMost cut) {
            return sides(AmountSide.Kind.CEILING, new Quantity.OfFormula(cut.amount()), cut.ceiling(), false);
        }
        if (formula instanceof Formula.AtLeast raised) {
            return sides(AmountSide.Kind.LEAST, new Quantity.OfFormula(raised.amount()), raised.least(), true);
        }
        return formula instanceof Formula.Tiers tiers
                ? IntStream.range(0, tiers.tiers().size())
                        .boxed()
                        .flatMap(tier -> sides(
                                AmountSide.Kind.TIER,
                                new Quantity.OfOperand(tiers.of()),
                                tiers.tiers().get(tier).limit(),
                                RuleSummary.limit(tiers, tier, rule.currency()),
                                false))
                : Stream.of();
    }

    private Stream<Point> sides(AmountSide.Kind kind, Quantity amount, Formula limit, boolean withEqual) {
        return sides(kind, amount, limit, RuleSummary.formula(limit, rule.currency()), withEqual);
    }

    private Stream<Point> sides(AmountSide.Kind kind, Quantity amount, Formula limit, Text told, boolean withEqual) {
        Boundary boundary = new Boundary(amount, new Quantity.OfFormula(limit), withEqual);
        return Stream.of(false, true)
                .filter(upper -> boundary.canBe(upper, reach))
                .map(upper -> new AmountSide(rule, kind, told, boundary, upper, boundary.edge(reach)));
    }
}
