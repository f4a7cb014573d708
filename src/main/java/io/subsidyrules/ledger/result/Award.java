package io.subsidyrules.ledger.result;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An eligible item of a decision.
 *
 * @param claim the place of the claim in the request, from 0; {@link #APPLICANT} for an item on the applicant alone
 * @param amount with two decimals, as the ledger writes it; empty if the item supports without one
 * @param currency the code of the amount's currency by ISO 4217; empty for yuan, and without an amount
 */
public record Award(int claim, String policy, String item, Optional<String> amount, Optional<String> currency) {

    /** The place of what is awarded to the applicant itself. */
    public static final int APPLICANT = -1;

    static final String CLAIM = "claim";
    static final String POLICY = "policy";
    static final String ITEM = "item";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";

    public Award {
        if (claim < APPLICANT) {
            throw new IllegalArgumentException("No claim has the place %s.".formatted(claim));
        }
    }

    /** As an entry has it. */
    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put(CLAIM, (long) claim);
        members.put(POLICY, policy);
        members.put(ITEM, item);
        amount.ifPresent(yuan -> members.put(AMOUNT, yuan));
        currency.ifPresent(code -> members.put(CURRENCY, code));
        return members;
    }
}
