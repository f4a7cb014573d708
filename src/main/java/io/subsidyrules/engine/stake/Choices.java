package io.subsidyrules.engine.stake;

import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The sets of open items of which none is surely worse than another. A limit leaves more of items of one kind where
 * they come to more together, or where the highest of them is higher; so a set that comes to no more in any kind is
 * left out.
 */
final class Choices {

    private static final int MOST = 16;

    private final Exclusions exclusions;
    private final Map<Integer, Yuan> amounts;
    private final IntFunction<StakeKind> kinds;

    Choices(Exclusions exclusions, Map<Integer, Yuan> amounts, IntFunction<StakeKind> kinds) {
        this.exclusions = exclusions;
        this.amounts = amounts;
        this.kinds = kinds;
    }

    /** A set of items, with what those of each kind come to. */
    private record Choice(BitSet items, Map<StakeKind, Yuan> byKind) {

        boolean isAsGoodAs(Choice other) {
            return other.byKind.entrySet().stream()
                    .allMatch(kind ->
                            byKind.getOrDefault(kind.getKey(), Yuan.ZERO).compareTo(kind.getValue()) >= 0);
        }

        Yuan sum() {
            return byKind.values().stream().reduce(Yuan.ZERO, Yuan::plus);
        }

        Choice and(Choice other) {
            BitSet both = (BitSet) items.clone();
            both.or(other.items);
            Map<StakeKind, Yuan> sums = new HashMap<>(byKind);
            other.byKind.forEach((kind, yuan) -> sums.merge(kind, yuan, kind.ranked() ? Yuan::max : Yuan::plus));
            return new Choice(both, sums);
        }
    }

    /** The best sets within a set, those that come to most first. */
    List<BitSet> of(BitSet set) {
        return within(set).stream().map(Choice::items).toList();
    }

    private List<Choice> within(BitSet set) {
        List<Choice> all = List.of(new Choice(new BitSet(), Map.of()));
        BitSet left = (BitSet) set.clone();
        while (!left.isEmpty()) {
            BitSet component = exclusions.component(left.nextSetBit(0), left);
            left.andNot(component);
            List<Choice> more = ofComponent(component);
            all = best(all.stream().flatMap(one -> more.stream().map(one::and)).toList());
        }
        return all;
    }

    private List<Choice> ofComponent(BitSet component) {
        if (exclusions.allExclude(component)) {
            return best(component.stream().mapToObj(this::single).toList());
        }
        int busiest = exclusions.busiest(component);
        BitSet without = (BitSet) component.clone();
        without.clear(busiest);
        BitSet compatible = (BitSet) without.clone();
        compatible.andNot(exclusions.of(busiest));
        List<Choice> all = new ArrayList<>(within(without));
        within(compatible).forEach(other -> all.add(single(busiest).and(other)));
        return best(all);
    }

    private Choice single(int index) {
        BitSet one = new BitSet();
        one.set(index);
        return new Choice(one, Map.of(kinds.apply(index), amounts.getOrDefault(index, Yuan.ZERO)));
    }

    private static List<Choice> best(List<Choice> all) {
        List<Choice> best = new ArrayList<>();
        all.stream().sorted(Comparator.comparing(Choice::sum).reversed()).forEach(choice -> {
            if (best.size() < MOST && best.stream().noneMatch(known -> known.isAsGoodAs(choice))) {
                best.add(choice);
            }
        });
        return best;
    }
}
