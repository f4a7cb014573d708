package io.subsidyrules.engine;

import io.subsidyrules.policy.Yuan;
import java.util.List;

/**
 * How a claim stands.
 *
 * @param type the name of the claim type
 * @param amount the sum of its eligible awards
 * @param atStake the most that its undetermined and referred items could add
 * @param items the items that the answer shows, in the order of policy folder, clause, place in the file
 */
public record ClaimAnswer(String id, String type, Status status, Yuan amount, Yuan atStake, List<ItemAnswer> items) {

    public ClaimAnswer {
        items = List.copyOf(items);
    }
}
