package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The changes of a limit: its number a least step more or less, what it does with an award that does not fit, the time
 * of the awards that it counts, its period and its conditions.
 */
final class LimitMutants implements Ceiling.Cases<Stream<Change<Ceiling>>> {

    private final Limit limit;

    private LimitMutants(Limit limit) {
        this.limit = limit;
    }

    /**
     * The changes of a limit other than that it is deleted. That it begins before there is anything to limit is none.
     *
     * @param first the first day on which there is an award that it counts
     * @param own the conditions that are the limit's alone
     */
    static Stream<Change<Limit>> of(Limit limit, LocalDate first, Predicate<Condition> own) {
        return Stream.of(
                        limit.ceiling().match(new LimitMutants(limit)).map(change -> change.in(limit::with)),
                        WindowMutants.of(limit.awards().window(), limit.place())
                                .map(change -> change.in(
                                        window -> limit.on(limit.awards().in(window)))),
                        PeriodMutants.of(limit.period(), List.of(), limit.place(), limit.place())
                                .filter(change -> !change.made().from().isBefore(first))
                                .map(change -> change.in(limit::in)),
                        ConditionMutants.of(limit.conditions(), own).map(change -> change.in(limit::asking)))
                .flatMap(changes -> changes);
    }

    private Change<Ceiling> change(String key, Ceiling other) {
        return new Change<>(MutantKind.LIMIT, Change.text(key), limit.place(), other);
    }

    /** A number that is read from a field is none of the limit's. */
    private Stream<Change<Ceiling.Bound>> numbers(Ceiling.Bound bound, BigDecimal step) {
        return bound instanceof Ceiling.Fixed fixed
                ? Steps.around(fixed.value(), step)
                        .filter(other -> other.signum() > 0)
                        .map(other -> new Change<>(
                                MutantKind.LIMIT,
                                Change.moved("bound", fixed.value(), other),
                                limit.place(),
                                new Ceiling.Fixed(other)))
                : Stream.of();
    }

    @Override
    public Stream<Change<Ceiling>> sum(Ceiling.Sum sum) {
        return Stream.concat(
                numbers(sum.yuan(), Steps.money())
                        .map(change -> change.in(other -> new Ceiling.Sum(other, sum.orNothing()))),
                Stream.of(change(sum.orNothing() ? "cut" : "refused", new Ceiling.Sum(sum.yuan(), !sum.orNothing()))));
    }

    @Override
    public Stream<Change<Ceiling>> count(Ceiling.Count count) {
        return numbers(count.awards(), BigDecimal.ONE).map(change -> change.in(Ceiling.Count::new));
    }

    @Override
    public Stream<Change<Ceiling>> highest(Ceiling.Highest highest) {
        return Stream.of(
                change(highest.toppingUp() ? "noTopping" : "topping", new Ceiling.Highest(!highest.toppingUp())));
    }
}
