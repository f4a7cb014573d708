package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.store.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the keys that were used with the decisions that were recorded with them. */
final class KeyTable {

    private static final String TABLE = "idempotency_key";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Sql sql;
    private final List<Difference> differences;

    KeyTable(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    private record Name(String caller, String key) {}

    private record Use(String fingerprint, long sequence) {}

    /** The number of decisions recorded with a key. */
    long compare(Chunk chunk) throws SQLException {
        List<Entry> keyed = chunk.decided()
                .filter(entry -> entry.members().containsKey("idempotencyKey"))
                .toList();
        if (keyed.isEmpty()) {
            return 0;
        }
        Map<Name, Use> rows = new HashMap<>();
        sql.query(
                """
                select caller, key, encode(fingerprint, 'hex'), sequence
                from unnest(?::text[], ?::text[]) as asked (caller, key) join idempotency_key using (caller, key)""",
                row -> rows.put(
                        new Name(row.getString(1), row.getString(2)), new Use(row.getString(3), row.getLong(4))),
                new Sql.Values(
                        "text",
                        keyed.stream().map(entry -> name(entry).caller()).toList()),
                new Sql.Values(
                        "text", keyed.stream().map(entry -> name(entry).key()).toList()));
        for (Entry entry : keyed) {
            Use use = rows.get(name(entry));
            if (use == null) {
                differences.add(Difference.missing(TABLE, entry.sequence()));
            } else if (use.sequence() != entry.sequence() || !isOf(entry, use.fingerprint())) {
                differences.add(Difference.altered(TABLE, entry.sequence()));
            }
        }
        return keyed.size();
    }

    /** The entry has the body without the byte order mark that it may have been sent with. */
    private static boolean isOf(Entry entry, String fingerprint) {
        String body = text("request", entry);
        return fingerprint.equals(fingerprint(body)) || fingerprint.equals(fingerprint(BYTE_ORDER_MARK + body));
    }

    private static String fingerprint(String body) {
        return IdempotencyKey.fingerprint(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Name name(Entry entry) {
        return new Name(text("caller", entry), text("idempotencyKey", entry));
    }

    private static String text(String member, Entry entry) {
        return (String) Objects.requireNonNull(entry.members().get(member), member);
    }

    /**
     * Rows that no entry tells of: all that entries tell of are there.
     *
     * @param head the entry that was the newest when the comparison began
     * @param recorded how many decisions up to it were recorded with a key
     */
    void compareNumber(long head, long recorded) throws SQLException {
        List<Boolean> more = sql.query("""
                select count(*) filter (where sequence <= ?) > ?
                       or count(*) filter (where sequence > (select max(sequence) from ledger_entry)) > 0
                from idempotency_key""", row -> row.getBoolean(1), head, recorded);
        if (more.contains(true)) {
            differences.add(Difference.ofNone(TABLE));
        }
    }
}
