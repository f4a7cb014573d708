package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the tiers of an amount.
 *
 * @param index of the tier, from 0; the number of limits for what is beyond the last of them
 */
public record AmountTier(Formula.Tiers tiers, int index) {

    /** The tiers of a rule's amount in their order; without what is beyond the last limit where that gives nothing. */
    public static List<AmountTier> of(Rule rule) {
        return rule.amount().orElse(null) instanceof Amount.Composed composed
                ? of(composed.formula()).distinct().toList()
                : List.of();
    }

    private static Stream<AmountTier> of(Formula formula) {
        Stream<AmountTier> parts = formula.parts().flatMap(AmountTier::of);
        if (!(formula instanceof Formula.Tiers tiers)) {
            return parts;
        }
        int limits = tiers.tiers().size();
        int last = tiers.beyond().signum() == 0 ? limits - 1 : limits;
        return Stream.concat(IntStream.rangeClosed(0, last).mapToObj(i -> new AmountTier(tiers, i)), parts);
    }

    /** The limit behind which it begins; empty for the first. */
    public Optional<Formula> begin() {
        return index == 0
                ? Optional.empty()
                : Optional.of(tiers.tiers().get(index - 1).limit());
    }

    /** Whether some of the number is within it; not where that is not known. */
    public boolean isEntered(Facts facts) {
        Function<Operand, Bounds> numbers = new NumberBounds(facts, FieldValues.whatever(facts))::of;
        List<Bounds> ends = new ArrayList<>();
        ends.add(Bounds.of(BigDecimal.ZERO));
        tiers.tiers().stream().limit(index).forEach(tier -> ends.add(FormulaBounds.of(tier.limit(), numbers)));
        Bounds number = numbers.apply(tiers.of());
        Bounds end = index == tiers.tiers().size()
                ? number
                : FormulaBounds.of(tiers.tiers().get(index).limit(), numbers);
        return number.isKnown()
                && end.isKnown()
                && ends.stream()
                        .allMatch(begin -> begin.isKnown()
                                && exact(begin).compareTo(exact(number).min(exact(end))) < 0);
    }

    private static BigDecimal exact(Bounds known) {
        return known.least().orElseThrow();
    }
}
