package io.subsidyrules.statement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The origin of the answer of a statement. Days and times are those of the authority's clock. */
public sealed interface Origin {

    /**
     * Worked out for the statement, and recorded nowhere.
     *
     * @param made the day
     */
    record Evaluated(LocalDate made) implements Origin {}

    /**
     * Recorded as a decision, one entry of the ledger.
     *
     * @param hash that of the entry
     * @param reference the caller's own name for it
     * @param revocations in their order
     */
    record Recorded(
            String id,
            long sequence,
            String hash,
            LocalDateTime at,
            String caller,
            Optional<String> reference,
            List<Revoked> revocations)
            implements Origin {

        public Recorded {
            revocations = List.copyOf(revocations);
        }
    }

    /**
     * A revocation of a decision.
     *
     * @param claims the positions of the claims whose awards it took back, from 0; empty for all of the decision
     */
    record Revoked(LocalDateTime at, Optional<List<Integer>> claims, String reason) {}
}
