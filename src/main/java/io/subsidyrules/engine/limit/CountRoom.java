package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The rest of a number of claims with an award: free places, and those of cheaper claims. */
final class CountRoom implements Room {

    private final int places;

    /** The sums of the awards of the claims that have a place. */
    private final Map<Integer, Yuan> amounts = new HashMap<>();

    /** Those of the claims that have none. */
    private final Map<Integer, Yuan> waiting = new HashMap<>();

    private final Map<Integer, Yuan> expected = new HashMap<>();

    private final TreeSet<Integer> cheapestFirst =
            new TreeSet<>(Comparator.<Integer, Yuan>comparing(claim -> amounts.getOrDefault(claim, Yuan.ZERO))
                    .thenComparing(Comparator.reverseOrder()));

    CountRoom(int places) {
        this.places = places;
    }

    /** Adds an award of a claim that has a place. */
    void counted(int claim, Yuan amount) {
        cheapestFirst.remove(claim);
        amounts.merge(claim, amount, Yuan::plus);
        cheapestFirst.add(claim);
    }

    /** Adds an award of a claim that has no place; with others it may get one. */
    void refused(int claim, Yuan amount) {
        waiting.merge(claim, amount, Yuan::plus);
    }

    @Override
    public void expect(int claim, Yuan award) {
        expected.merge(claim, award, Yuan::plus);
    }

    @Override
    public Yuan most(int claim, Yuan award) {
        return next(claim, expected.getOrDefault(claim, award)).atMost(award);
    }

    @Override
    public Yuan next(int claim, Yuan award) {
        if (places == 0) {
            return Yuan.ZERO;
        }
        return hasPlace(claim)
                ? award
                : waiting.getOrDefault(claim, Yuan.ZERO).plus(award).above(amount(cheapestFirst.first()));
    }

    /** Whether it has one, or one is free. */
    private boolean hasPlace(int claim) {
        return amounts.containsKey(claim) || amounts.size() < places;
    }

    private Yuan amount(int claim) {
        return amounts.getOrDefault(claim, Yuan.ZERO);
    }

    @Override
    public void take(int claim, Yuan award, Yuan taken) {
        if (taken.isZero()) {
            refused(claim, award);
        } else if (hasPlace(claim)) {
            counted(claim, taken);
        } else {
            int cheapest = cheapestFirst.first();
            Yuan given = amount(cheapest);
            cheapestFirst.remove(cheapest);
            amounts.remove(cheapest);
            refused(cheapest, given);
            counted(claim, taken.plus(given));
        }
    }

    @Override
    public Room copy() {
        CountRoom copy = new CountRoom(places);
        amounts.forEach(copy::counted);
        waiting.forEach(copy::refused);
        copy.expected.putAll(expected);
        return copy;
    }

    @Override
    public boolean leavesAsMuchAs(Room other) {
        return other instanceof CountRoom room && amounts.equals(room.amounts) && waiting.equals(room.waiting);
    }
}
