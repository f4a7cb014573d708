package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Rules that compare sums, of which each pair is tried; where there are more, none is. */
    private static final int MOST_WITH_SUMS = 100;

    /** The work for all pairs of them, which takes a second or two at most. */
    static final long SUMS_EFFORT = 2_000_000;

    private final List<Rule> rules;
    private final Map<Rule, Integer> indexes = new HashMap<>();
    private final List<RequiredConstants> demands;
    private final BitSet[] excluded;

    /** The exclusions of rules on one type of claim, or on the applicant, as long as the checkpoint lets it go on. */
    public Exclusions(List<Rule> rules, FactType applicant, CancellationPoint checkpoint) {
        this.rules = List.copyOf(rules);
        this.excluded = new BitSet[rules.size()];
        for (int i = 0; i < excluded.length; i++) {
            indexes.put(rules.get(i), i);
            excluded[i] = new BitSet();
        }
        Distinctions distinctions = new Distinctions(rules);
        this.demands = rules.stream()
                .map(rule -> RequiredConstants.of(rule, distinctions, RequiredNumbers.nothingKnown(rule, applicant)))
                .toList();
        constants(demands.stream().map(RequiredConstants::ofEnums).toList());
        excludeByDay(rules);
        unlessTooEntangled(() -> constants(demands));
        unlessTooEntangled(() -> numbers(rules, applicant, checkpoint));
        unlessTooEntangled(() -> sums(rules, checkpoint));
    }

    /** Excludes more, unless it could not be searched through any more: then at stake may be too much. */
    private void unlessTooEntangled(Runnable more) {
        BitSet[] before = Stream.of(excluded).map(set -> (BitSet) set.clone()).toArray(BitSet[]::new);
        more.run();
        if (isTooEntangled()) {
            System.arraycopy(before, 0, excluded, 0, excluded.length);
        }
    }

    /** Rules that demand constants, texts or earlier awards which cannot be together. */
    private void constants(List<RequiredConstants> demands) {
        CompatibilityIndex compatible = new CompatibilityIndex(demands);
        for (int i = 0; i < excluded.length; i++) {
            BitSet others = compatible.with(demands.get(i));
            others.flip(0, excluded.length);
            others.clear(i);
            excluded[i].or(others);
        }
    }

    /** Rules that demand numbers of one field which no number is. */
    private void numbers(List<Rule> rules, FactType applicant, CancellationPoint checkpoint) {
        RequiredNumbers required = new RequiredNumbers();
        List<Map<Operand, NumberSet>> demands =
                rules.stream().map(rule -> required.of(rule, applicant)).toList();
        for (int i = 0; i < excluded.length; i++) {
            checkpoint.reached(rules.get(i).place().file());
            for (int j = 0; j < i && !demands.get(i).isEmpty(); j++) {
                if (RequiredNumbers.exclude(demands.get(i), demands.get(j))) {
                    exclude(i, j);
                }
            }
        }
    }

    /** Rules whose comparisons of sums cannot all hold. */
    private void sums(List<Rule> rules, CancellationPoint checkpoint) {
        List<LinearDemands> demands = rules.stream().map(LinearDemands::of).toList();
        if (demands.stream().filter(one -> !one.isEmpty()).count() > MOST_WITH_SUMS) {
            return;
        }
        LinearDemands.Effort effort = new LinearDemands.Effort(SUMS_EFFORT);
        for (int i = 0; i < excluded.length; i++) {
            checkpoint.reached(rules.get(i).place().file());
            for (int j = 0; j < i && !demands.get(i).isEmpty(); j++) {
                if (!excluded[i].get(j)
                        && !demands.get(j).isEmpty()
                        && demands.get(i).excludes(demands.get(j), effort)) {
                    exclude(i, j);
                }
            }
        }
    }

    private void exclude(int one, int other) {
        excluded[one].set(other);
        excluded[other].set(one);
    }

    private boolean isTooEntangled() {
        BitSet left = new BitSet();
        left.set(0, excluded.length);
        while (!left.isEmpty()) {
            BitSet component = component(left.nextSetBit(0), left);
            if (component.cardinality() > MOST_ENTANGLED && !allExclude(component)) {
                return true;
            }
            left.andNot(component);
        }
        return false;
    }

    /**
     * Where the day that decides is not known, several rules of one item may judge it, but only one does. Where the day
     * of the evaluation decides, that one is known.
     */
    private void excludeByDay(List<Rule> rules) {
        Map<List<String>, BitSet> byItem = new HashMap<>();
        for (int i = 0; i < excluded.length; i++) {
            if (rules.get(i).decides().isPresent()) {
                byItem.computeIfAbsent(
                                List.of(rules.get(i).policy(), rules.get(i).item()), item -> new BitSet())
                        .set(i);
            }
        }
        for (BitSet ofItem : byItem.values()) {
            ofItem.stream().forEach(index -> {
                excluded[index].or(ofItem);
                excluded[index].clear(index);
            });
        }
    }

    int index(Rule rule) {
        return indexes.getOrDefault(rule, -1);
    }

    /** The rule that has an index. */
    Rule rule(int index) {
        return rules.get(index);
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

    /** The one of them that excludes most of the others. */
    int busiest(BitSet component) {
        return component.stream()
                .boxed()
                .max(Comparator.comparingInt(index -> degree(index, component)))
                .orElseThrow();
    }

    private int degree(int index, BitSet component) {
        BitSet among = (BitSet) excluded[index].clone();
        among.and(component);
        return among.cardinality();
    }

    /** Whether two rules cannot both hold for one claim. */
    public boolean areExclusive(Rule one, Rule other) {
        int first = index(one);
        int second = index(other);
        return first >= 0 && second >= 0 && excluded[first].get(second);
    }

    /** Whether a rule can hold for a claim with a constant in one of its fields. */
    public boolean allow(Rule rule, Field field, Object constant) {
        int index = index(rule);
        return index < 0
                || demands.get(index).constants().entrySet().stream()
                        .filter(demand -> demand.getKey() instanceof Operand.FieldValue of
                                && of.of().isClaim()
                                && of.field().equals(field))
                        .allMatch(demand -> demand.getValue().contains(constant));
    }

    /** Whether no two of the set exclude each other. */
    boolean areIndependent(BitSet set) {
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            if (excluded[i].intersects(set)) {
                return false;
            }
        }
        return true;
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
