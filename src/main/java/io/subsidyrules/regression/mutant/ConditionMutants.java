package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conditions of which one is dropped, or is another one. */
final class ConditionMutants {

    private ConditionMutants() {}

    /** All changes of conditions. */
    static Stream<Change<List<Condition>>> of(List<Condition> conditions) {
        return of(conditions, condition -> true);
    }

    /**
     * The changes of conditions, each of which may be dropped.
     *
     * @param own those that may be changed otherwise
     */
    static Stream<Change<List<Condition>>> of(List<Condition> conditions, Predicate<Condition> own) {
        return Stream.concat(
                written(conditions).mapToObj(i -> dropped(conditions, i)),
                written(conditions)
                        .filter(i -> own.test(conditions.get(i)))
                        .boxed()
                        .flatMap(i -> ExpressionMutants.of(conditions.get(i))
                                .map(change -> change.in(other -> with(conditions, i, other)))));
    }

    /** Nobody wrote that a table has a row. */
    private static IntStream written(List<Condition> conditions) {
        return IntStream.range(0, conditions.size()).filter(i -> !RowConditions.isOne(conditions.get(i)));
    }

    private static Change<List<Condition>> dropped(List<Condition> conditions, int index) {
        List<Condition> fewer = new ArrayList<>(conditions);
        Condition dropped = fewer.remove(index);
        return new Change<>(
                MutantKind.CONDITION, Change.text("condition", dropped.source()), dropped.place(), List.copyOf(fewer));
    }

    private static List<Condition> with(List<Condition> conditions, int index, Condition other) {
        List<Condition> changed = new ArrayList<>(conditions);
        changed.set(index, other);
        return List.copyOf(changed);
    }
}
