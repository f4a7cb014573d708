package io.subsidyrules.engine.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a request comes to where the unknown fields turn out to have these values. */
final class ToldChanges {

    private final Unknowns unknowns;
    private final List<Integer> values;

    ToldChanges(Unknowns unknowns, List<Integer> values) {
        this.unknowns = unknowns;
        this.values = values;
    }

    /**
     * For whoever knows all answers beforehand, question after question.
     *
     * @param questions the fewest that leave none
     * @param settled the largest share of the yuan that one question settles, two, and so on up to all fields
     */
    record Foreseen(int questions, List<Double> settled) {

        Foreseen {
            settled = List.copyOf(settled);
        }
    }

    /** Telling what is no question changes nothing, so only questions are asked. */
    Foreseen foreseen() {
        List<Double> least = new ArrayList<>();
        int questions = unknowns.fields();
        Set<List<Integer>> states = Set.of(unknowns.nothing());
        for (int asked = 1; asked <= unknowns.fields(); asked++) {
            Set<List<Integer>> next = new LinkedHashSet<>();
            for (List<Integer> state : states) {
                Collection<OpenField> open = unknowns.after(state).open();
                open.forEach(field -> next.add(answered(state, field)));
                if (open.isEmpty()) {
                    next.add(state);
                    questions = Math.min(questions, asked - 1);
                }
            }
            states = next;
            least.add(states.stream().mapToDouble(this::atStake).min().orElseThrow());
        }
        return new Foreseen(questions, shares(least));
    }

    /** The share of the yuan at stake that the way of asking settles with one question, with two, and so on up to all fields. */
    List<Double> settled(Asking way, AskingCosts costs, Random random) {
        List<Double> left = new ArrayList<>();
        List<Integer> state = unknowns.nothing();
        for (int asked = 1; asked <= unknowns.fields(); asked++) {
            List<OpenField> open = unknowns.after(state).open();
            if (!open.isEmpty()) {
                state = answered(state, open.get(costs.next(way, state, random)));
            }
            left.add(atStake(state));
        }
        return shares(left);
    }

    /** Whether answers settle any yuan at all: what is referred stays at stake whatever is answered. */
    boolean settlesYuan() {
        return atStake(unknowns.nothing()) > atStake(values);
    }

    private List<Double> shares(List<Double> left) {
        double first = atStake(unknowns.nothing());
        double last = atStake(values);
        return left.stream().map(yuan -> (first - yuan) / (first - last)).toList();
    }

    private List<Integer> answered(List<Integer> state, OpenField field) {
        int index = unknowns.index(field);
        return Unknowns.telling(state, index, values.get(index));
    }

    private double atStake(List<Integer> state) {
        return unknowns.after(state).atStake().amount().doubleValue();
    }
}
