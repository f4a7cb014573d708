package io.subsidyrules.regression;

import io.subsidyrules.engine.Status;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario expects; what it does not name is not looked at.
 *
 * @param items by item id
 * @param claims by claim id
 */
record Expectation(
        Optional<Yuan> total, Optional<Yuan> atStake, Map<String, OfItem> items, Map<String, OfClaim> claims) {

    Expectation {
        items = Map.copyOf(items);
        claims = Map.copyOf(claims);
    }

    boolean isEmpty() {
        return total.isEmpty() && atStake.isEmpty() && items.isEmpty() && claims.isEmpty();
    }

    /**
     * What is expected of an item.
     *
     * @param missing the pointers, all of them in order
     * @param failed the pointers of the failed conditions, all of them in order
     */
    record OfItem(
            Optional<Status> status,
            Optional<Yuan> amount,
            Optional<Yuan> atStake,
            Optional<List<String>> missing,
            Optional<List<String>> failed) {}

    /** What is expected of a claim. */
    record OfClaim(Optional<Status> status, Optional<Yuan> amount, Optional<Yuan> atStake, Map<String, OfItem> items) {

        OfClaim {
            items = Map.copyOf(items);
        }
    }
}
