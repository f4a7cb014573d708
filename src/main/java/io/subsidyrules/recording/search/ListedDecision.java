package io.subsidyrules.recording.search;

import io.subsidyrules.engine.answer.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision as a list shows it.
 *
 * @param total what it awarded, in yuan, whatever was revoked since
 * @param atStake in yuan
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
        statuses = List.copyOf(statuses);
    }
}
