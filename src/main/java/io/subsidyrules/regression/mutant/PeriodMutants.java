package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.value.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Periods of a rule that begin or end a day earlier or later. */
final class PeriodMutants {

    private PeriodMutants() {}

    /**
     * A period with one wrong change.
     *
     * @param change the change, as the end of a sentence: "begins a day later"
     */
    record Mutant(String change, Period period) {}

    /** @param others the periods of the other rules of the item; none of the mutants overlaps one of them */
    static List<Mutant> of(Period period, List<Period> others) {
        return Stream.concat(
                        Stream.of(1, -1)
                                .map(days -> new Mutant(
                                        "begins a day " + (days > 0 ? "later" : "earlier"),
                                        new Period(period.from().plusDays(days), period.until()))),
                        period.until().stream().flatMap(until -> Stream.of(1, -1)
                                .map(days -> new Mutant(
                                        "ends a day " + (days > 0 ? "later" : "earlier"),
                                        new Period(period.from(), Optional.of(until.plusDays(days)))))))
                .filter(mutant -> mutant.period()
                        .until()
                        .map(mutant.period().from()::isBefore)
                        .orElse(true))
                .filter(mutant -> others.stream().noneMatch(mutant.period()::overlaps))
                .toList();
    }
}
