package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small wrong changes of a limit: its number one more or less, the time of the awards that it counts one unit longer or
 * shorter, its period a day longer or shorter, a condition less or turned round.
 */
final class LimitMutants {

    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, BigDecimal.ONE.negate());

    private LimitMutants() {}

    /**
     * A limit with one wrong change.
     *
     * @param change what was changed, as a sentence
     */
    record Mutant(String change, Limit limit) {}

    /** @param first the first day on which there is an award that it counts */
    static List<Mutant> of(Limit limit, LocalDate first) {
        return Stream.of(numbers(limit), windows(limit), periods(limit, first), conditions(limit))
                .flatMap(mutants -> mutants)
                .toList();
    }

    private static Stream<Mutant> numbers(Limit limit) {
        return limit.ceiling().number().isEmpty() || limit.numberField().isPresent()
                ? Stream.of()
                : STEPS.stream()
                        .map(step -> new Mutant(
                                "The number of the limit %s is one %s"
                                        .formatted(limit.name(), step.signum() > 0 ? "more" : "less"),
                                limit.with(limit.ceiling().match(new Stepped(step)))));
    }

    private static Stream<Mutant> windows(Limit limit) {
        return ConditionMutants.others(limit.awards().window())
                .map(other -> new Mutant(
                        "In the awards of the limit %s %s".formatted(limit.name(), ConditionMutants.name(other)),
                        limit.on(limit.awards().in(other))));
    }

    /** That it begins before there is anything to limit changes nothing. */
    private static Stream<Mutant> periods(Limit limit, LocalDate first) {
        return PeriodMutants.of(limit.period(), List.of()).stream()
                .filter(mutant -> !mutant.period().from().isBefore(first))
                .map(mutant -> new Mutant(
                        "The limit %s %s".formatted(limit.name(), mutant.change()), limit.in(mutant.period())));
    }

    private static Stream<Mutant> conditions(Limit limit) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < limit.conditions().size(); i++) {
            List<Condition> fewer = new ArrayList<>(limit.conditions());
            Condition dropped = fewer.remove(i);
            mutants.add(new Mutant(
                    "The limit %s no longer asks for %s".formatted(limit.name(), dropped.source()),
                    limit.asking(fewer)));
        }
        return Stream.concat(
                mutants.stream(),
                ConditionMutants.ofAny(
                        limit.conditions(),
                        (change, conditions) -> new Mutant(
                                "In the limit %s, in %s".formatted(limit.name(), change), limit.asking(conditions))));
    }

    /** A ceiling whose number is so much higher. */
    private record Stepped(BigDecimal step) implements Ceiling.Cases<Ceiling> {

        private Ceiling.Bound of(Ceiling.Bound number) {
            return new Ceiling.Fixed(((Ceiling.Fixed) number).value().add(step));
        }

        @Override
        public Ceiling sum(Ceiling.Sum sum) {
            return new Ceiling.Sum(of(sum.yuan()), sum.orNothing());
        }

        @Override
        public Ceiling count(Ceiling.Count count) {
            return new Ceiling.Count(of(count.awards()));
        }

        @Override
        public Ceiling highest(Ceiling.Highest highest) {
            return highest;
        }
    }
}
