package io.subsidyrules.recording;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The end of the ledger while one transaction appends to it. */
final class Chain {

    private static final String NONE = "0".repeat(64);

    private long sequence;
    private String hash;
    private Instant recordedAt;

    private Chain(long sequence, String hash, Instant recordedAt) {
        this.sequence = sequence;
        this.hash = hash;
        this.recordedAt = recordedAt;
    }

    /** Behind the last entry there is. */
    static Chain end(Sql sql) throws SQLException {
        return sql
                .query(
                        "select sequence, hash, recorded_at from ledger_entry order by sequence desc limit 1",
                        row -> new Chain(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst()
                .orElseGet(() -> new Chain(0, NONE, Instant.EPOCH));
    }

    /** The next entry; its time is now, or that of the entry before where the clock was set back since. */
    Entry append(EntryKind kind, Map<String, ?> members, Instant now) {
        Instant exact = now.truncatedTo(ChronoUnit.MICROS);
        recordedAt = exact.isAfter(recordedAt) ? exact : recordedAt;
        Entry entry = Entry.of(kind, members, sequence + 1, recordedAt, hash);
        sequence = entry.sequence();
        hash = entry.hash();
        return entry;
    }
}
