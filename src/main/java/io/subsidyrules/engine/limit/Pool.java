package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The awards that one limit counts together: those of one value of what it is grouped by. Recorded awards are added
 * first, then those decided now, all at once.
 */
abstract class Pool {

    private final Set<List<Object>> claims = new HashSet<>();
    private Usage usage = Usage.NONE;
    private Yuan recorded = Yuan.ZERO;

    /**
     * An award that is decided now.
     *
     * @param amount what the limits before left of it
     */
    record Entry(int claim, String claimId, Yuan amount) {}

    static Pool of(Ceiling ceiling, BigDecimal number) {
        return ceiling.match(new Ceiling.Cases<>() {
            @Override
            public Pool sum(Ceiling.Sum sum) {
                return new SumPool(new Yuan(number.max(BigDecimal.ZERO)), sum.orNothing());
            }

            @Override
            public Pool count(Ceiling.Count count) {
                return new CountPool(number.max(BigDecimal.ZERO).intValue());
            }

            @Override
            public Pool highest(Ceiling.Highest highest) {
                return new HighestPool(highest.toppingUp());
            }
        });
    }

    /** Adds an award that was recorded. */
    void record(String decision, int claim, Yuan amount) {
        recorded = recorded.plus(amount);
        usage = usage.and(User.ofDecision(decision), amount, claims.add(List.of(decision, claim)));
    }

    /**
     * Grants to each of the awards what the limit leaves it.
     *
     * @param awards in the order of the request
     * @return the step of each
     */
    List<LimitStep> grant(List<Entry> awards) {
        List<LimitStep> steps = new ArrayList<>(Collections.nCopies(awards.size(), LimitStep.NONE));
        for (int index : order(awards)) {
            Entry award = awards.get(index);
            LimitStep step = new LimitStep(usage, award.amount(), left(award, index));
            if (!step.after().isZero()) {
                usage = usage.and(User.ofClaim(award.claimId()), step.after(), claims.add(List.of(award.claim())));
            }
            steps.set(index, step);
        }
        return steps;
    }

    /** The indexes of the awards in the order in which they are granted. */
    abstract List<Integer> order(List<Entry> awards);

    /** The amount that is left for the next one. */
    abstract Yuan left(Entry award, int index);

    /**
     * Whether an award gets nothing for what was recorded, whatever else is decided.
     *
     * @param most that the award comes to
     * @param exact whether it cannot come to less
     */
    abstract boolean refusesAlways(Yuan most, boolean exact);

    /**
     * The rest for awards that are not decided, after those that are.
     *
     * @param granted what was granted of each in the end, by their indexes
     */
    abstract Room room(List<Yuan> granted);

    /** The part of it that is used. */
    Usage usage() {
        return usage;
    }

    /** The sum of the recorded awards. */
    Yuan recorded() {
        return recorded;
    }

    /** How many claims it counts. */
    int counted() {
        return claims.size();
    }

    private static List<Integer> indexes(List<Entry> awards) {
        List<Integer> indexes = new ArrayList<>(awards.size());
        for (int i = 0; i < awards.size(); i++) {
            indexes.add(i);
        }
        return indexes;
    }

    /** At most so many yuan together. */
    private static final class SumPool extends Pool {

        private final Yuan most;
        private final boolean orNothing;

        SumPool(Yuan most, boolean orNothing) {
            this.most = most;
            this.orNothing = orNothing;
        }

        @Override
        List<Integer> order(List<Entry> awards) {
            return indexes(awards);
        }

        @Override
        Yuan left(Entry award, int index) {
            Yuan left = most.above(usage().used());
            boolean fits = award.amount().compareTo(left) <= 0;
            return fits ? award.amount() : orNothing ? Yuan.ZERO : left;
        }

        @Override
        boolean refusesAlways(Yuan award, boolean exact) {
            return recorded().compareTo(most) >= 0
                    || (orNothing && exact && recorded().plus(award).compareTo(most) > 0);
        }

        @Override
        Room room(List<Yuan> granted) {
            return new SumRoom(most.above(usage().used()));
        }
    }

    /** At most so many claims with an award. */
    private static final class CountPool extends Pool {

        private final int most;
        private final Map<Integer, List<Integer>> places = new HashMap<>();
        private final Map<Integer, Yuan> refused = new HashMap<>();
        private int free;

        CountPool(int most) {
            this.most = most;
        }

        /** The awards of the dearest claim first; of equal ones those of the first in the request. */
        @Override
        List<Integer> order(List<Entry> awards) {
            free = Math.max(0, most - counted());
            Map<Integer, Yuan> byClaim = new HashMap<>();
            awards.forEach(award -> byClaim.merge(award.claim(), award.amount(), Yuan::plus));
            List<Integer> order = indexes(awards);
            order.sort(Comparator.<Integer, Yuan>comparing(
                            index -> byClaim.getOrDefault(awards.get(index).claim(), Yuan.ZERO))
                    .reversed()
                    .thenComparing(index -> awards.get(index).claim()));
            return order;
        }

        @Override
        Yuan left(Entry award, int index) {
            if (!places.containsKey(award.claim()) && places.size() >= free) {
                refused.merge(award.claim(), award.amount(), Yuan::plus);
                return Yuan.ZERO;
            }
            places.computeIfAbsent(award.claim(), claim -> new ArrayList<>()).add(index);
            return award.amount();
        }

        @Override
        boolean refusesAlways(Yuan award, boolean exact) {
            return recordedClaims() >= most;
        }

        private int recordedClaims() {
            return counted() - places.size();
        }

        @Override
        Room room(List<Yuan> granted) {
            CountRoom room = new CountRoom(Math.max(0, most - recordedClaims()));
            places.forEach((claim, indexes) ->
                    room.counted(claim, indexes.stream().map(granted::get).reduce(Yuan.ZERO, Yuan::plus)));
            refused.forEach(room::refused);
            return room;
        }
    }

    /** The highest of several awards. */
    private static final class HighestPool extends Pool {

        private final boolean toppingUp;
        private Yuan highest = Yuan.ZERO;
        private int winner = -1;

        HighestPool(boolean toppingUp) {
            this.toppingUp = toppingUp;
        }

        /** The dearest first; of equal ones the first in the request. */
        @Override
        List<Integer> order(List<Entry> awards) {
            List<Integer> order = indexes(awards);
            order.sort(Comparator.<Integer, Yuan>comparing(
                            index -> awards.get(index).amount())
                    .reversed());
            return order;
        }

        @Override
        Yuan left(Entry award, int index) {
            if (winner >= 0 || refusesAlways(award.amount(), true)) {
                return Yuan.ZERO;
            }
            winner = index;
            highest = award.amount();
            return highest.above(recorded());
        }

        @Override
        boolean refusesAlways(Yuan award, boolean exact) {
            return toppingUp ? award.compareTo(recorded()) <= 0 : !recorded().isZero();
        }

        @Override
        Room room(List<Yuan> granted) {
            return new HighestRoom(recorded(), toppingUp, highest, winner < 0 ? Yuan.ZERO : granted.get(winner));
        }
    }
}
