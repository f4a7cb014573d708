package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.fault.Place;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The times in which awards count, a unit longer or shorter, and with or without their first day. */
final class WindowMutants {

    private WindowMutants() {}

    /** The changes of a time; none of one without an end. */
    static Stream<Change<AwardChoice.Window>> of(AwardChoice.Window window, Place place) {
        if (window instanceof AwardChoice.Within within) {
            return Stream.concat(
                    Stream.of(within.amount() + 1, within.amount() - 1)
                            .filter(amount -> amount > 0)
                            .map(amount -> new AwardChoice.Within(within.unit(), amount, within.included()))
                            .map(other -> new Change<>(
                                    MutantKind.WINDOW,
                                    Change.text(key(within.unit()), within.amount(), other.amount()),
                                    place,
                                    other)),
                    Stream.of(new Change<>(
                            MutantKind.WINDOW,
                            Change.text(within.included() ? "time.without" : "time.with"),
                            place,
                            new AwardChoice.Within(within.unit(), within.amount(), !within.included()))));
        }
        return window instanceof AwardChoice.InYear year
                ? Stream.of(year.back() + 1, year.back() - 1)
                        .filter(back -> back >= 0)
                        .map(back -> new Change<>(
                                MutantKind.WINDOW,
                                Change.text("time.year", year.back(), back),
                                place,
                                new AwardChoice.InYear(back)))
                : Stream.of();
    }

    private static String key(ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> "time.years";
            case MONTHS -> "time.months";
            default -> "time.days";
        };
    }
}
