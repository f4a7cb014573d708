package io.subsidyrules.engine.project;

import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.Map;

/**
 * An award that was recorded earlier and is in force, as limits count it.
 *
 * @param decision the id of the decision that awarded it
 * @param claim the claim's index in the request of that decision
 * @param decidedOn the day that the decision was made as of
 * @param policy the policy folder of the item
 * @param clause the clause that the rules that decide now have for the item; its measure is the part before the first
 *     point
 * @param claimType the name of the claim's type
 * @param keys the values of the claim's key fields by the fields' names, as the request of that decision states them: a
 *     constant by its name
 * @param applicant the id of whom it went to
 * @param groups the values, in the same form, of those fields of the applicant by which queries ask
 * @param amount what it came to, never zero
 */
public record RecordedAward(
        String decision,
        int claim,
        LocalDate decidedOn,
        String policy,
        String item,
        String clause,
        String claimType,
        Map<String, Object> keys,
        String applicant,
        Map<String, Object> groups,
        Yuan amount) {

    public RecordedAward {
        if (amount.isZero()) {
            throw new IllegalArgumentException(
                    "The item %s of the decision %s was awarded nothing.".formatted(item, decision));
        }
        keys = Map.copyOf(keys);
        groups = Map.copyOf(groups);
    }
}
