package io.subsidyrules.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Target;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The progress of a policy in a year, as JSON. Amounts are in the currency of the policy.
 *
 * @param ledger up to where it counts; absent where nothing was ever recorded
 * @param items in the order of the policy; last, by id, those that it no longer has
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Progress(
        String policy,
        int year,
        Rules ruleset,
        Optional<UpTo> ledger,
        String currency,
        List<Item> items,
        List<Aim> targets) {

    /** The policy that the items and targets belong to. */
    record Rules(String version) {}

    /** The last entry of the ledger that is counted. */
    record UpTo(long sequence, String hash, String recordedAt) {}

    /**
     * The awards of an item that are in force.
     *
     * @param count awards, or entitlements without an amount, that are not revoked
     * @param applicants that have them
     * @param cities by the applicant's division code
     * @param months of the day of the decision
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Item(
            String item,
            String title,
            Optional<String> clause,
            Optional<Outcome> outcome,
            long count,
            long applicants,
            BigDecimal amount,
            List<City> cities,
            List<Month> months) {}

    /**
     * @param divisionCode that of the city by GB/T 2260; absent for applicants whose division is unknown or of no city
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record City(Optional<String> divisionCode, long count, long applicants, BigDecimal amount) {}

    /** @param month 1 to 12 */
    record Month(int month, long count, long applicants, BigDecimal amount) {}

    /**
     * A target of the policy.
     *
     * @param reached in the year, or up to its day and to the end of the year; absent where the decisions do not tell
     * @param met whether that is what was aimed at; absent like it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Aim(
            String id,
            String title,
            int measure,
            Target.Comparison comparison,
            BigDecimal value,
            String unit,
            Target.Period period,
            Optional<Integer> from,
            Optional<LocalDate> by,
            Optional<String> item,
            Optional<Long> reached,
            Optional<Boolean> met) {}
}
