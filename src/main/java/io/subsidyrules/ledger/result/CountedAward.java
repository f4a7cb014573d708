package io.subsidyrules.ledger.result;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An earlier award that the limits of a decision counted, as its entry keeps it. Values are texts, whole numbers and
 * truth values.
 *
 * @param decision the id of the decision that awarded it
 * @param claim the place of the claim in the request of that decision, from 0
 * @param asOf the day that that decision was made as of, as 2023-05-01
 * @param type the name of the claim's type
 * @param keys the values of the claim's key fields by the fields' names
 * @param applicant the id of whom it went to; empty if that is the applicant of the decision that counts
 * @param groups the values of the applicant's fields by which limits count groups
 * @param amount with two decimals
 * @param currency the code of the amount's currency by ISO 4217; empty for yuan
 */
public record CountedAward(
        String decision,
        int claim,
        String asOf,
        String policy,
        String item,
        String type,
        Map<String, Object> keys,
        Optional<String> applicant,
        Map<String, Object> groups,
        String amount,
        Optional<String> currency) {

    public CountedAward {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        groups = Collections.unmodifiableMap(new TreeMap<>(groups));
    }

    /** The same as JSON has it, its members by name. */
    public Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("decision", decision);
        members.put("claim", claim);
        members.put("asOf", asOf);
        members.put("policy", policy);
        members.put("item", item);
        members.put("type", type);
        members.put("amount", amount);
        currency.ifPresent(code -> members.put("currency", code));
        applicant.ifPresent(id -> members.put("applicant", id));
        if (!keys.isEmpty()) {
            members.put("keys", keys);
        }
        if (!groups.isEmpty()) {
            members.put("groups", groups);
        }
        return members;
    }
}
