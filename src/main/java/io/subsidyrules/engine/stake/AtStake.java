package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.policy.Yuan;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The most that a claim's undetermined and referred items could add. */
public final class AtStake {

    private final Exclusions exclusions;
    private final BitSet open = new BitSet();
    private final Map<Integer, Yuan> amounts = new HashMap<>();

    public AtStake(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    public void add(Rule rule, Yuan yuan) {
        if (yuan.compareTo(Yuan.ZERO) > 0) {
            int index = exclusions.index(rule);
            open.set(index);
            amounts.put(index, yuan);
        }
    }

    /** The most that items of which no two exclude each other come to together. */
    public Yuan most() {
        return most(open);
    }

    /** The rules of items of which no two exclude each other, and which come to the most together. */
    public Set<Rule> heaviest() {
        return heaviest(open).stream().mapToObj(exclusions::rule).collect(Collectors.toSet());
    }

    private BitSet heaviest(BitSet set) {
        BitSet chosen = new BitSet();
        BitSet left = (BitSet) set.clone();
        while (!left.isEmpty()) {
            BitSet component = exclusions.component(left.nextSetBit(0), left);
            left.andNot(component);
            chosen.or(heaviestOfComponent(component));
        }
        return chosen;
    }

    private BitSet heaviestOfComponent(BitSet component) {
        if (exclusions.allExclude(component)) {
            BitSet one = new BitSet();
            component.stream().boxed().max(Comparator.comparing(this::amount)).ifPresent(one::set);
            return one;
        }
        int busiest = busiest(component);
        BitSet without = (BitSet) component.clone();
        without.clear(busiest);
        BitSet compatible = (BitSet) without.clone();
        compatible.andNot(exclusions.of(busiest));
        BitSet with = heaviest(compatible);
        with.set(busiest);
        BitSet others = heaviest(without);
        return sum(with).compareTo(sum(others)) >= 0 ? with : others;
    }

    private Yuan sum(BitSet set) {
        return set.stream().mapToObj(this::amount).reduce(Yuan.ZERO, Yuan::plus);
    }

    /** The sum over the groups that hang together by exclusions. */
    private Yuan most(BitSet set) {
        Yuan sum = Yuan.ZERO;
        BitSet left = (BitSet) set.clone();
        while (!left.isEmpty()) {
            BitSet component = exclusions.component(left.nextSetBit(0), left);
            left.andNot(component);
            sum = sum.plus(mostOfComponent(component));
        }
        return sum;
    }

    private Yuan mostOfComponent(BitSet component) {
        if (exclusions.allExclude(component)) {
            return component.stream().mapToObj(this::amount).reduce(Yuan.ZERO, Yuan::max);
        }
        int busiest = busiest(component);
        BitSet without = (BitSet) component.clone();
        without.clear(busiest);
        BitSet compatible = (BitSet) without.clone();
        compatible.andNot(exclusions.of(busiest));
        return amount(busiest).plus(most(compatible)).max(most(without));
    }

    private int busiest(BitSet component) {
        return component.stream()
                .boxed()
                .max((one, other) -> Integer.compare(degree(one, component), degree(other, component)))
                .orElseThrow();
    }

    private int degree(int index, BitSet component) {
        BitSet excluded = (BitSet) exclusions.of(index).clone();
        excluded.and(component);
        return excluded.cardinality();
    }

    private Yuan amount(int index) {
        return amounts.getOrDefault(index, Yuan.ZERO);
    }
}
