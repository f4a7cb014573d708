package io.subsidyrules.recording.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The sequences of entries by their times, which never go back. */
public final class LedgerTimes {

    private LedgerTimes() {}

    /** The sequence of the last entry; 0 if there is none. */
    public static long last(Sql sql) throws SQLException {
        return first(sql, "select sequence from ledger_entry order by sequence desc limit 1")
                .orElse(0);
    }

    /** The sequence of the first entry from a time on; empty if there is none yet. */
    public static OptionalLong since(Instant time, Sql sql) throws SQLException {
        return first(
                sql,
                "select sequence from ledger_entry where recorded_at >= ? order by recorded_at, sequence limit 1",
                time.atOffset(ZoneOffset.UTC));
    }

    /** The sequence of the last entry before a time; 0 if there is none. */
    public static long before(Instant time, Sql sql) throws SQLException {
        return first(sql, """
                        select sequence from ledger_entry where recorded_at < ?
                        order by recorded_at desc, sequence desc limit 1""", time.atOffset(ZoneOffset.UTC)).orElse(0);
    }

    /** The first value that a statement gives. */
    public static OptionalLong first(Sql sql, String text, @Nullable Object... parameters) throws SQLException {
        return sql.query(text, row -> row.getLong(1), parameters).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
