package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.EntryRow;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads entries and compares each with its hash, its columns and its neighbours, the newest first. */
final class EntryComparison {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 4 << 20;

    private static final String FIRST_BEFORE = "0".repeat(64);

    private static final String NEWEST = """
            select sequence, kind, recorded_at, hash, content
            from (select entry.*,
                         sum(octet_length(content)) over (order by sequence desc) - octet_length(content) as before
                  from (select * from ledger_entry where sequence <= ? order by sequence desc limit ?) entry) sized
            where before < ? order by sequence""";

    private static final String KEY =
            "select content from ledger_entry where kind = 'KEY' and sequence <= ? order by sequence desc limit 1";

    private final Sql sql;
    private final List<Difference> differences;

    /** @param differences takes what is found */
    EntryComparison(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    /**
     * The next entries from a sequence down.
     *
     * @param position where the comparison has come to
     */
    Chunk next(Position position) throws SQLException {
        List<EntryRow> rows = sql.query(NEWEST, EntryRow::of, position.next(), MOST, MOST_BYTES);
        List<Entry> entries = new ArrayList<>();
        long expected = position.next();
        for (int i = rows.size() - 1; i >= 0; i--) {
            EntryRow row = rows.get(i);
            if (row.sequence() != expected) {
                differences.add(Difference.entry(Difference.Kind.ENTRY_MISSING, expected));
            }
            expected = row.sequence() - 1;
        }
        if (rows.isEmpty() && expected > 0) {
            differences.add(Difference.entry(Difference.Kind.ENTRY_MISSING, expected));
            expected = 0;
        }
        SortedMap<Long, DecisionRows> decisions = new TreeMap<>();
        for (EntryRow row : rows) {
            entry(row, entries, decisions);
        }
        chained(entries, position);
        sealed(entries, position);
        boolean last = expected <= 0;
        return new Chunk(
                last ? Long.MIN_VALUE : expected + 1,
                position.isNewest() ? Long.MAX_VALUE : position.next(),
                entries,
                decisions);
    }

    private void entry(EntryRow row, List<Entry> entries, SortedMap<Long, DecisionRows> decisions) {
        try {
            Entry entry = Entry.read(row.content());
            if (!row.isOf(entry)) {
                differences.add(Difference.entry(Difference.Kind.ENTRY_ALTERED, row.sequence()));
                return;
            }
            entries.add(entry);
            if (entry.kind() == EntryKind.DECISION) {
                decisions.put(entry.sequence(), DecisionRows.of(entry));
                if (ResultText.disagreement(entry.members()).isPresent()) {
                    differences.add(Difference.entry(Difference.Kind.RESULT_DISAGREES, row.sequence()));
                }
            }
        } catch (DamagedResultException damaged) {
            differences.add(Difference.entry(Difference.Kind.RESULT_DISAGREES, row.sequence()));
        } catch (IllegalArgumentException altered) {
            differences.add(Difference.entry(Difference.Kind.ENTRY_ALTERED, row.sequence()));
        }
    }

    /** Neighbours of entries that are missing or altered are not looked at: what is wrong is said already. */
    private void chained(List<Entry> entries, Position position) {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean follows = i > 0 && entries.get(i - 1).sequence() == entry.sequence() - 1;
            if (follows && !isChained(entries.get(i - 1), entry)) {
                differences.add(Difference.entry(Difference.Kind.ENTRY_UNCHAINED, entry.sequence()));
            }
            if (entry.sequence() == 1 && !entry.previousHash().equals(FIRST_BEFORE)) {
                differences.add(Difference.entry(Difference.Kind.ENTRY_UNCHAINED, 1));
            }
        }
        if (!entries.isEmpty()) {
            Entry newest = entries.get(entries.size() - 1);
            position.after()
                    .filter(after -> after.sequence() == newest.sequence() + 1 && !isChained(newest, after))
                    .ifPresent(after ->
                            differences.add(Difference.entry(Difference.Kind.ENTRY_UNCHAINED, after.sequence())));
        }
    }

    /**
     * The newest seal covers all before it, by the chain. Once an entry is sealed, the newest always is.
     */
    private void sealed(List<Entry> entries, Position position) throws SQLException {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.seal().isPresent()) {
                boolean covers = !position.isNewest() || i == entries.size() - 1;
                if (!covers || !isSealed(entry)) {
                    differences.add(Difference.entry(
                            Difference.Kind.ENTRY_UNSEALED, covers ? entry.sequence() : position.next()));
                }
                return;
            }
        }
    }

    private boolean isSealed(Entry entry) throws SQLException {
        try {
            return sql.query(KEY, row -> Entry.read(row.getString(1)).key(), entry.sequence()).stream()
                    .anyMatch(inForce -> entry.isSealedBy(inForce.key()));
        } catch (IllegalArgumentException altered) {
            // The entry of the key is named where it is compared.
            return true;
        }
    }

    private static boolean isChained(Entry before, Entry after) {
        return after.previousHash().equals(before.hash()) && !after.recordedAt().isBefore(before.recordedAt());
    }
}
