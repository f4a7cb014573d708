package io.subsidyrules.engine.stake;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of some demands can be fulfilled together with others. It is looked up constant by constant, since each of
 * thousands of rules would else be compared with each other.
 */
final class CompatibilityIndex {

    private final int size;
    private final Map<Object, BitSet> free = new HashMap<>();
    private final Map<Object, Map<Object, BitSet>> allowing = new HashMap<>();
    private final Map<Map.Entry<Object, Set<Object>>, BitSet> known = new HashMap<>();

    CompatibilityIndex(List<RequiredConstants> all) {
        this.size = all.size();
        for (int i = 0; i < size; i++) {
            int index = i;
            all.get(i).constants().forEach((field, constants) -> {
                free.computeIfAbsent(field, any -> everything()).clear(index);
                Map<Object, BitSet> byConstant = allowing.computeIfAbsent(field, any -> new HashMap<>());
                constants.forEach(constant -> byConstant
                        .computeIfAbsent(constant, any -> new BitSet(size))
                        .set(index));
            });
        }
    }

    /** The indexes of the demands of which no constants are disjoint with these. */
    BitSet with(RequiredConstants demands) {
        BitSet compatible = everything();
        demands.constants().entrySet().forEach(demand -> compatible.and(known.computeIfAbsent(demand, this::allowing)));
        return compatible;
    }

    private BitSet allowing(Map.Entry<Object, Set<Object>> demand) {
        BitSet compatible =
                (BitSet) free.getOrDefault(demand.getKey(), everything()).clone();
        Map<Object, BitSet> byConstant = allowing.getOrDefault(demand.getKey(), Map.of());
        demand.getValue().forEach(constant -> compatible.or(byConstant.getOrDefault(constant, new BitSet())));
        return compatible;
    }

    private BitSet everything() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }
}
