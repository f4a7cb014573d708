package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.policy.Yuan;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
        return exclusions.areIndependent(open) ? sum() : most(open);
    }

    private Yuan sum() {
        Yuan sum = Yuan.ZERO;
        for (Yuan amount : amounts.values()) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /**
     * The sets of items of which no two exclude each other that can come to the most, whatever limits leave of items of
     * one kind. Of more than a few, those that come to most without limits.
     *
     * @param kinds of the items: those of one kind have the same limits
     * @param allowed whether an item can be had
     */
    public List<Set<Rule>> choices(Function<Rule, StakeKind> kinds, Predicate<Rule> allowed) {
        BitSet set = new BitSet();
        open.stream().filter(index -> allowed.test(exclusions.rule(index))).forEach(set::set);
        return new Choices(exclusions, amounts, index -> kinds.apply(exclusions.rule(index)))
                .of(set).stream()
                        .map(chosen ->
                                chosen.stream().mapToObj(exclusions::rule).collect(Collectors.toSet()))
                        .toList();
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
        int busiest = exclusions.busiest(component);
        BitSet without = (BitSet) component.clone();
        without.clear(busiest);
        BitSet compatible = (BitSet) without.clone();
        compatible.andNot(exclusions.of(busiest));
        return amount(busiest).plus(most(compatible)).max(most(without));
    }

    private Yuan amount(int index) {
        return amounts.getOrDefault(index, Yuan.ZERO);
    }
}
