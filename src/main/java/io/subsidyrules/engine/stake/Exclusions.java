package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules on one type of claim exclude each other. What can be at stake together is a set of rules of which no two
 * do; finding the weightiest is easy where whole groups exclude each other, as levels and prizes do, and is
 * bounded where they do only in part.
 */
public final class Exclusions {

    /**
     * Rules that hang together by exclusions without all excluding each other; the search tries few thousand sets of
     * them.
     */
    private static final int MOST_ENTANGLED = 40;

    private final Map<Rule, Integer> indexes = new HashMap<>();
    private final BitSet[] excluded;

    public Exclusions(List<Rule> rules) {
        List<RequiredConstants> demands =
                rules.stream().map(RequiredConstants::of).toList();
        CompatibilityIndex compatible = new CompatibilityIndex(demands);
        excluded = new BitSet[rules.size()];
        for (int i = 0; i < excluded.length; i++) {
            indexes.put(rules.get(i), i);
            excluded[i] = compatible.with(demands.get(i));
            excluded[i].flip(0, excluded.length);
            excluded[i].clear(i);
        }
    }

    int index(Rule rule) {
        return indexes.getOrDefault(rule, -1);
    }

    /** The rules that exclude this one. */
    BitSet of(int index) {
        return excluded[index];
    }

    /** The rules of the set that hang together with one of them, itself included. */
    BitSet component(int index, BitSet set) {
        BitSet component = new BitSet();
        BitSet open = new BitSet();
        open.set(index);
        while (!open.isEmpty()) {
            int next = open.nextSetBit(0);
            component.set(next);
            open.or(excluded[next]);
            open.and(set);
            open.andNot(component);
        }
        return component;
    }

    /** Whether any two of the set exclude each other. */
    boolean allExclude(BitSet set) {
        int size = set.cardinality();
        return set.stream().allMatch(index -> {
            BitSet others = (BitSet) excluded[index].clone();
            others.and(set);
            return others.cardinality() == size - 1;
        });
    }

    /** Refuses what could not be searched through in the time of a request. */
    public void check(List<Rule> rules, Faults faults) {
        BitSet left = new BitSet();
        left.set(0, excluded.length);
        while (!left.isEmpty()) {
            int first = left.nextSetBit(0);
            BitSet component = component(first, left);
            if (component.cardinality() > MOST_ENTANGLED && !allExclude(component)) {
                Rule rule = rules.get(first);
                faults.add(
                        rule.place(),
                        FaultCode.TOO_ENTANGLED,
                        component.cardinality(),
                        rule.claim().map(FactType::name).orElse("Applicant"),
                        rule.name(),
                        MOST_ENTANGLED);
            }
            left.andNot(component);
        }
    }
}
