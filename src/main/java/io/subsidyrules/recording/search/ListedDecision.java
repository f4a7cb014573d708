package io.subsidyrules.recording.search;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.ledger.result.Sum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision as a list shows it.
 *
 * @param total what it awarded in the currency of its first claim, whatever was revoked since
 * @param atStake in the same currency
 * @param totals the sums of all its currencies, where one of them is not the yuan
 * @param statuses those of the items that its summary shows, the better ones first
 */
public record ListedDecision(
        long sequence,
        UUID id,
        Instant recordedAt,
        String caller,
        Optional<String> reference,
        String applicant,
        String ruleset,
        BigDecimal total,
        BigDecimal atStake,
        List<Sum> totals,
        List<Status> statuses,
        Revoked revoked) {

    /** The extent to which it is revoked. */
    public enum Revoked {
        NO,
        /** Some of its claims, or all of them where it supports the applicant itself too. */
        PARTLY,
        WHOLLY
    }

    public ListedDecision {
        totals = List.copyOf(totals);
        statuses = List.copyOf(statuses);
    }
}
