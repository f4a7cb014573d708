package io.subsidyrules.meaning.tree;

import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Combinations of classes that have the same result.
 *
 * @param cells what each variable is one of; every variable that is not among them may be anything
 * @param combinations how many combinations of classes they are
 */
public record Box<R>(R result, Map<Variable, Set<ValueClass.Label>> cells, BigInteger combinations) {

    /** The same, where a variable is one of some classes. */
    Box<R> with(Variable variable, Set<ValueClass.Label> labels, BigInteger combined) {
        Map<Variable, Set<ValueClass.Label>> more = new LinkedHashMap<>();
        more.put(variable, labels);
        more.putAll(cells);
        return new Box<>(result, more, combined);
    }

    private Box<R> without(Variable variable) {
        Map<Variable, Set<ValueClass.Label>> fewer = new LinkedHashMap<>(cells);
        fewer.remove(variable);
        return new Box<>(result, fewer, BigInteger.ZERO);
    }

    /** Joins those that differ in the classes of one variable only, until there are none. */
    static <R> List<Box<R>> joined(List<Box<R>> boxes) {
        List<Box<R>> joined = boxes;
        int before;
        do {
            before = joined.size();
            Set<Variable> variables = new LinkedHashSet<>();
            joined.forEach(box -> variables.addAll(box.cells().keySet()));
            for (Variable variable : variables) {
                joined = joined(joined, variable);
            }
        } while (joined.size() < before);
        return joined;
    }

    private static <R> List<Box<R>> joined(List<Box<R>> boxes, Variable variable) {
        Map<Object, List<Box<R>>> alike = new LinkedHashMap<>();
        for (Box<R> box : boxes) {
            Object key = box.cells().containsKey(variable) ? box.without(variable) : box;
            alike.computeIfAbsent(key, first -> new ArrayList<>()).add(box);
        }
        return alike.values().stream()
                .map(same -> same.stream().reduce((one, other) -> one.joined(other, variable)))
                .flatMap(box -> box.stream())
                .toList();
    }

    private Box<R> joined(Box<R> other, Variable variable) {
        Map<Variable, Set<ValueClass.Label>> cells = new LinkedHashMap<>(this.cells);
        BigInteger both = combinations.add(other.combinations);
        if (this.cells.containsKey(variable)) {
            Set<ValueClass.Label> either = new LinkedHashSet<>(this.cells.getOrDefault(variable, Set.of()));
            either.addAll(other.cells.getOrDefault(variable, Set.of()));
            cells.put(variable, either);
        }
        return new Box<>(result, cells, both);
    }
}
