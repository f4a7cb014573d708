package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.meaning.space.Classes;
import io.subsidyrules.meaning.space.Situation;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The search through all combinations of classes, variable by variable. At each node the engine evaluates with nothing
 * known of the variables that are still open. What it then says for sure holds whatever these are, since knowing more
 * changes only what is undetermined: the node is all combinations below it. Otherwise the next variable is one that the
 * engine waits for.
 *
 * @param <R> the result of a leaf
 */
final class Tree<R> {

    private static final int BETWEEN_CHECKS = 64;
    private static final int LAST = Integer.MAX_VALUE;
    private static final int NUMBERS = LAST / 2;

    private final List<Judge> judges;
    private final Classes classes;
    private final Effort effort;
    private final String name;
    private final Function<Probes, Optional<R>> leaf;
    private final Map<Variable, BigInteger> counts = new HashMap<>();
    private BigInteger combinations = BigInteger.ZERO;
    private int evaluations;
    private boolean exhausted;
    private boolean isFirstEnough;
    private boolean isAnyFound;

    /**
     * A search.
     *
     * @param name of what is looked at, for whoever asks how far the work is
     * @param leaf the result for a situation and those like it; empty if it is of no interest
     */
    Tree(List<Judge> judges, Classes classes, Effort effort, String name, Function<Probes, Optional<R>> leaf) {
        this.judges = judges;
        this.classes = classes;
        this.effort = effort;
        this.name = name;
        this.leaf = leaf;
    }

    /**
     * The classes by which the rules of judges can be told apart.
     *
     * @param name of what is looked at, with which the checkpoint is asked
     */
    static Classes classes(List<Judge> judges, String name, CancellationPoint checkpoint) {
        return Classes.of(
                judges.stream().map(Judge::portrait).toList(),
                judges.stream().map(Judge::rules).toList(),
                () -> checkpoint.reached(name));
    }

    /**
     * The combinations of interest, those with the same result joined.
     *
     * @param boxes of which no two have a combination in common
     * @param combinations how many there are in all
     * @param evaluations how many requests were evaluated
     * @param finished whether all combinations were looked at
     */
    record Found<R>(List<Box<R>> boxes, BigInteger combinations, int evaluations, boolean finished) {}

    /** Looks at all combinations, as far as the effort goes. */
    Found<R> search() {
        List<Box<R>> boxes = below(Situation.EMPTY);
        return new Found<>(Box.joined(boxes), combinations, evaluations, !exhausted);
    }

    /** Whether no combination is of interest, which is known once all were looked at. It ends at the first that is. */
    boolean findsNone() {
        isFirstEnough = true;
        below(Situation.EMPTY);
        return !isAnyFound && !exhausted;
    }

    /** Says what all judges say of a situation, which counts as one evaluation each. */
    private List<Verdict> verdicts(Situation situation) {
        evaluations += judges.size();
        if (evaluations % BETWEEN_CHECKS < judges.size()) {
            effort.checkpoint().reached(name);
        }
        return judges.stream()
                .flatMap(judge -> judge.verdicts(situation).stream())
                .toList();
    }

    private List<Box<R>> below(Situation situation) {
        if (isFirstEnough && isAnyFound) {
            return List.of();
        }
        if (evaluations >= effort.evaluations()) {
            exhausted = true;
            return List.of();
        }
        Variable day = new Variable.Day();
        if (!situation.has(day)) {
            return split(situation, day);
        }
        List<Verdict> verdicts = verdicts(situation);
        Optional<Variable> next = next(situation, verdicts);
        if (next.isPresent()) {
            return split(situation, next.get());
        }
        BigInteger many = combinationsBelow(situation);
        combinations = combinations.add(many);
        Optional<R> found =
                leaf.apply(Probes.of(situation, verdicts, judges.get(0).portrait(), this::verdicts));
        isAnyFound |= found.isPresent();
        return found.stream()
                .map(result -> new Box<>(result, Map.<Variable, Set<ValueClass.Label>>of(), many))
                .toList();
    }

    private List<Box<R>> split(Situation situation, Variable variable) {
        List<ValueClass> all = classes.of(variable, situation);
        Map<Object, Box<R>> merged = new LinkedHashMap<>();
        Map<Object, Set<ValueClass>> parts = new HashMap<>();
        for (ValueClass one : all) {
            for (Box<R> box : below(situation.with(variable, one))) {
                Object key = List.of(box.result(), box.cells());
                merged.merge(
                        key,
                        box,
                        (first, next) -> new Box<>(
                                first.result(),
                                first.cells(),
                                first.combinations().add(next.combinations())));
                parts.computeIfAbsent(key, first -> new LinkedHashSet<>()).add(one);
            }
        }
        List<Box<R>> boxes = new ArrayList<>();
        merged.forEach((key, box) -> {
            Set<ValueClass> own = parts.getOrDefault(key, Set.of());
            Set<ValueClass.Label> labels = new LinkedHashSet<>();
            own.forEach(one -> labels.add(one.label()));
            boxes.add(own.size() == all.size() ? box : box.with(variable, labels, box.combinations()));
        });
        return boxes;
    }

    private BigInteger combinationsBelow(Situation situation) {
        BigInteger many = BigInteger.ONE;
        for (Variable variable : classes.variables()) {
            if (!situation.has(variable)) {
                many = many.multiply(counts.computeIfAbsent(
                        variable,
                        open -> BigInteger.valueOf(
                                classes.of(open, Situation.EMPTY).size())));
            }
        }
        return many;
    }

    /** Constants first, since they rule out most; numbers last, those first that most others are compared with. */
    private Optional<Variable> next(Situation situation, List<Verdict> verdicts) {
        Set<String> pointers = new LinkedHashSet<>();
        verdicts.stream().filter(Verdict::isUndetermined).forEach(verdict -> pointers.addAll(verdict.missing()));
        List<Variable> open = classes.variables().stream()
                .filter(variable -> !situation.has(variable))
                .toList();
        Optional<Variable> awaited = open.stream()
                .filter(variable -> variable instanceof Variable.OfField field && pointers.contains(field.pointer()))
                .min(Comparator.comparingInt(this::order));
        boolean undetermined = verdicts.stream().anyMatch(Verdict::isUndetermined);
        return awaited.or(() -> open.stream()
                .filter(variable -> undetermined && variable instanceof Variable.Award)
                .min(Comparator.comparingInt(this::order)));
    }

    private int order(Variable variable) {
        if (!(variable instanceof Variable.OfField field)) {
            return LAST;
        }
        return switch (field.read().type()) {
            case CONSTANT, BOOLEAN -> 0;
            case TEXT -> 1;
            case INTEGER, DECIMAL, DATE -> NUMBERS + classes.rank(variable);
            case MEMBERS -> LAST - 1;
        };
    }
}
