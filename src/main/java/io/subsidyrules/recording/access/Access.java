package io.subsidyrules.recording.access;

import java.time.Instant;
import java.util.List;

/**
 * One time that somebody read something.
 *
 * @param sequence its number in the access record
 * @param entries the sequences in the ledger of the decisions that were read, as ranges
 * @param requestId the id of the request, as the log has it
 */
public record Access(long sequence, Instant readAt, String caller, Way way, List<Range> entries, String requestId) {

    /** The way in which decisions were read. */
    public enum Way {
        /** One was shown, as JSON or as a letter. */
        SHOWN,
        /** A page of the list was. */
        LISTED,
        /** A part of a file of decisions was sent. */
        EXPORTED,
        /** One was evaluated again. */
        REPLAYED,
        /** Entries of the ledger were sent. */
        LEDGER
    }

    /**
     * Sequences that follow each other.
     *
     * @param last included
     */
    public record Range(long first, long last) {}

    public Access {
        entries = List.copyOf(entries);
    }
}
