package io.subsidyrules.engine.limit;

import io.subsidyrules.policy.Yuan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The rest of a number of claims with an award: free places, and those of cheaper claims. */
final class CountRoom implements Room {

    private final int places;
    private final Map<Integer, Yuan> amounts = new HashMap<>();
    private final TreeSet<Integer> cheapestFirst =
            new TreeSet<>(Comparator.<Integer, Yuan>comparing(claim -> amounts.getOrDefault(claim, Yuan.ZERO))
                    .thenComparing(Comparator.reverseOrder()));

    CountRoom(int places) {
        this.places = places;
    }

    /** Adds what a claim has, which has a place. */
    void counted(int claim, Yuan amount) {
        cheapestFirst.remove(claim);
        amounts.merge(claim, amount, Yuan::plus);
        cheapestFirst.add(claim);
    }

    @Override
    public Yuan most(int claim, Yuan award) {
        if (places == 0) {
            return Yuan.ZERO;
        }
        boolean free = amounts.containsKey(claim) || amounts.size() < places;
        return free ? award : award.above(amounts.getOrDefault(cheapestFirst.first(), Yuan.ZERO));
    }

    @Override
    public void take(int claim, Yuan award, Yuan taken) {
        if (taken.isZero()) {
            return;
        }
        if (!amounts.containsKey(claim) && amounts.size() >= places) {
            int cheapest = cheapestFirst.first();
            cheapestFirst.remove(cheapest);
            Yuan given = amounts.remove(cheapest);
            counted(claim, taken.plus(given == null ? Yuan.ZERO : given));
        } else {
            counted(claim, taken);
        }
    }
}
