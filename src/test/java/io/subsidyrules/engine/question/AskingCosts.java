package io.subsidyrules.engine.question;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many questions each way of asking comes to until none is left, on average over all answers that there could be, each as
 * likely as it is. Nobody knows them beforehand, so BEST is the least that a way of asking can come to. Exact: every
 * state that can be reached is gone through, once.
 */
final class AskingCosts {

    private final Unknowns unknowns;
    private final Map<List<Integer>, Map<Asking, Double>> costs = new HashMap<>();

    AskingCosts(Unknowns unknowns) {
        this.unknowns = unknowns;
    }

    double of(Asking way) {
        return after(unknowns.nothing()).getOrDefault(way, 0.0);
    }

    /** The position of the question that the way asks next. */
    int next(Asking way, List<Integer> state, Random random) {
        List<OpenField> open = unknowns.after(state).open();
        return way.next(
                open,
                open.stream()
                        .mapToDouble(field -> afterAsking(field, state).getOrDefault(way, 0.0))
                        .toArray(),
                random);
    }

    private Map<Asking, Double> after(List<Integer> state) {
        Map<Asking, Double> known = costs.get(state);
        if (known == null) {
            known = workedOut(state);
            costs.put(state, known);
        }
        return known;
    }

    private Map<Asking, Double> workedOut(List<Integer> state) {
        List<OpenField> open = unknowns.after(state).open();
        List<Map<Asking, Double>> afterEach =
                open.stream().map(field -> afterAsking(field, state)).toList();
        Map<Asking, Double> result = new EnumMap<>(Asking.class);
        for (Asking way : Asking.values()) {
            double[] after = afterEach.stream()
                    .mapToDouble(costs -> costs.getOrDefault(way, 0.0))
                    .toArray();
            result.put(way, open.isEmpty() ? 0 : 1 + way.cost(open, after));
        }
        return result;
    }

    private Map<Asking, Double> afterAsking(OpenField asked, List<Integer> state) {
        int field = unknowns.index(asked);
        List<PossibleValues.Chance> possible = unknowns.chances(field);
        Map<Asking, Double> mean = new EnumMap<>(Asking.class);
        IntStream.range(0, possible.size()).forEach(value -> after(Unknowns.telling(state, field, value))
                .forEach((way, cost) -> mean.merge(way, possible.get(value).probability() * cost, Double::sum)));
        return mean;
    }
}
