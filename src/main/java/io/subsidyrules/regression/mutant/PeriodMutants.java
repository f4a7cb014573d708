package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Periods that begin or end a day earlier or later. */
final class PeriodMutants {

    private PeriodMutants() {}

    /**
     * The changes of a period.
     *
     * @param others the periods of the other rules of the item; none of the changed periods overlaps one of them
     * @param begins where its first day is written, or what is nearest to it
     * @param ends where its end is written
     */
    static Stream<Change<Period>> of(Period period, List<Period> others, Place begins, Place ends) {
        Stream<Change<Period>> from = days(period.from())
                .map(day -> new Change<>(
                        MutantKind.IN_FORCE,
                        Change.text("begins", period.from(), day),
                        begins,
                        new Period(day, period.until())));
        Stream<Change<Period>> until = period.until().stream().flatMap(end -> days(end)
                .map(day -> new Change<>(
                        MutantKind.IN_FORCE,
                        Change.text("ends", end, day),
                        ends,
                        new Period(period.from(), Optional.of(day)))));
        return Stream.concat(from, until)
                .filter(change -> change.made()
                        .until()
                        .map(change.made().from()::isBefore)
                        .orElse(true))
                .filter(change -> others.stream().noneMatch(change.made()::overlaps));
    }

    private static Stream<LocalDate> days(LocalDate day) {
        return Stream.of(day.plusDays(1), day.minusDays(1));
    }
}
