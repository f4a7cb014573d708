package io.subsidyrules.ledger;

import java.time.Instant;
import java.util.Map;

/** The end of a ledger, to which the next entry is chained. */
public record Head(long sequence, String hash, Instant recordedAt) {

    /** The head of a ledger without entries. */
    public static final Head START = new Head(0, Hashes.NONE, Instant.EPOCH);

    public static Head of(Entry entry) {
        return new Head(entry.sequence(), entry.hash(), entry.recordedAt());
    }

    /**
     * The entry that follows. Where the clock has gone back, it has the time of the entry before it.
     *
     * @throws IllegalArgumentException if a member lacks, does not belong to the kind or has not its form
     */
    public Entry next(EntryKind kind, Map<String, ?> members, Instant now) {
        return Entry.of(kind, members, sequence + 1, now.isBefore(recordedAt) ? recordedAt : now, hash);
    }
}
