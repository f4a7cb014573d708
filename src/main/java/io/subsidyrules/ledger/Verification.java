package io.subsidyrules.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The part of an export that a verifier saw, up to the first finding.
 *
 * @param entries how many are whole
 * @param from the sequence of the first
 * @param first when the first was recorded; empty where there is none
 * @param head the last that is whole; where there is none, what stands before the export
 * @param met the checkpoints that the entries agree with, in order
 */
public record Verification(
        long entries, long from, Optional<Instant> first, Head head, List<Checkpoint> met, Optional<Finding> finding) {

    public Verification {
        met = List.copyOf(met);
    }

    public boolean isWhole() {
        return finding.isEmpty();
    }
}
