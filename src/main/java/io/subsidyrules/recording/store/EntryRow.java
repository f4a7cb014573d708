package io.subsidyrules.recording.store;

import io.subsidyrules.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A row of the ledger's table as it is stored, which may have been altered.
 *
 * @param content the canonical JSON of the entry
 */
public record EntryRow(long sequence, String kind, Instant recordedAt, String hash, String content) {

    /** Reads a row that has these columns, whatever their order. */
    public static EntryRow of(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getLong("sequence"),
                row.getString("kind"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("hash"),
                row.getString("content"));
    }

    /** Whether the row is that of an entry, to the byte. */
    public boolean isOf(Entry entry) {
        return sequence == entry.sequence()
                && kind.equals(entry.kind().name())
                && recordedAt.equals(entry.recordedAt())
                && hash.equals(entry.hash())
                && content.equals(entry.json());
    }
}
