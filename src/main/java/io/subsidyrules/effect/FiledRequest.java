package io.subsidyrules.effect;

import io.subsidyrules.engine.project.EarlierAward;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request of a file, with what its record says where it was recorded. */
final class FiledRequest {

    private final byte[] body;
    private final Optional<Origin> record;

    /**
     * The rest of a recorded decision that a later evaluation needs.
     *
     * @param decision its id
     * @param asOf the day that it was made as of; empty if the record does not say
     * @param asSent whether projects were the same only where they were written the same
     * @param awards in force for the projects of claims, by the claims' indexes
     * @param counted the awards that its limits counted
     * @param partly whether its limits counted awards that the record does not tell in full
     * @param revoked whether it, or claims of it, were revoked since
     */
    record Origin(
            Optional<String> decision,
            Optional<LocalDate> asOf,
            boolean asSent,
            Map<Integer, EarlierAward> awards,
            List<CountedAward> counted,
            boolean partly,
            boolean revoked) {}

    FiledRequest(byte[] body, Optional<Origin> record) {
        this.body = body;
        this.record = record;
    }

    /** Its bytes, not to be changed. */
    byte[] body() {
        return body;
    }

    Optional<Origin> record() {
        return record;
    }

    Optional<String> decision() {
        return record.flatMap(Origin::decision);
    }
}
