package io.subsidyrules.ledger.verify;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.account.Summary;
import io.subsidyrules.ledger.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of an export that a verifier saw, up to the first finding.
 *
 * @param entries how many are whole
 * @param from the sequence of the first
 * @param first when the first was recorded; empty if there is none
 * @param head the last that is whole; if there is none, the head before the export
 * @param met the checkpoints that the entries agree with, in order
 * @param seals what was seen of the seals of commits
 * @param account what the entries say of decisions and payments
 */
public record Verification(
        long entries,
        long from,
        Optional<Instant> first,
        Head head,
        List<Checkpoint> met,
        Seals seals,
        Summary account,
        Optional<Finding> finding) {

    /**
     * The seals of commits.
     *
     * @param first the sequence of the first sealed entry; empty if none is sealed
     * @param checked how many seals are those of the key in force there
     * @param unchecked the number of others, whose key is before the export
     */
    public record Seals(Optional<Long> first, long checked, long unchecked) {}

    public Verification {
        met = List.copyOf(met);
    }

    public boolean isWhole() {
        return finding.isEmpty();
    }
}
