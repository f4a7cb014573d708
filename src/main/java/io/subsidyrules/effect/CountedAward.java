package io.subsidyrules.effect;

import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An earlier award that the limits of a decision counted, as its entry in the ledger has it.
 *
 * @param applicant the id of whom it went to; empty if that is the applicant of the decision
 */
record CountedAward(
        String decision,
        int claim,
        LocalDate asOf,
        String policy,
        String item,
        String type,
        Map<String, Object> keys,
        Optional<String> applicant,
        Map<String, Object> groups,
        Yuan amount) {

    CountedAward {
        keys = Map.copyOf(keys);
        groups = Map.copyOf(groups);
    }

    /**
     * The same as limits count it.
     *
     * @param clause the clause of the item in the rules that count it
     * @param self the id of the applicant of the decision
     */
    RecordedAward in(String clause, String self) {
        return new RecordedAward(
                decision, claim, asOf, policy, item, clause, type, keys, applicant.orElse(self), groups, amount);
    }
}
