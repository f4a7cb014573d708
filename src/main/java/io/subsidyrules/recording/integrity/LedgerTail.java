package io.subsidyrules.recording.integrity;

import io.subsidyrules.ledger.Chain;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeptHead;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.EntryRow;
import io.subsidyrules.recording.store.LedgerTimes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The end of the ledger as the database has it, read from an entry on that is known. */
final class LedgerTail {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LedgerTail.class);

    private static final Logger LOG = Logger.getLogger(LedgerTail.class);

    /**
     * The number of entries read at a time: few enough for one transaction, and several times what one transaction
     * writes.
     */
    private static final int MOST = 2_000;

    private static final long MOST_BYTES = 16 << 20;

    private static final String ROWS = """
            select sequence, kind, recorded_at, hash, content
            from (select entry.*, sum(octet_length(content)) over (order by sequence) - octet_length(content) as before
                  from (select * from ledger_entry where sequence >= ? order by sequence limit ?) entry) sized
            where before < ? order by sequence""";

    /** In canonical JSON this is a member, as a quote within a text is escaped. */
    private static final String SEALED = """
            select 1 from (select content from ledger_entry order by sequence desc limit ?) newest
            where position('"seal":"' in content) > 0 limit 1""";

    private static final String KEY = """
            select sequence, kind, recorded_at, hash, content from ledger_entry
            where kind = 'KEY' and sequence <= ? order by sequence desc limit 1""";

    private final Sql sql;
    private final Predicate<KeyRecord> trusted;

    /** @param trusted which keys are taken though the one before has not signed them */
    LedgerTail(Sql sql, Predicate<KeyRecord> trusted) {
        this.sql = sql;
        this.trusted = trusted;
    }

    /**
     * The part of the ledger that was followed.
     *
     * @param whole whether that is its end; else there is more to read
     */
    record Followed(LedgerEnd end, boolean whole) {}

    /**
     * Follows the ledger from an end that is known.
     *
     * @throws BrokenException if it does not go on there, or not as a service of it goes on
     */
    Followed follow(LedgerEnd known) throws SQLException {
        if (!known.isStart()) {
            entry(row(known.head().sequence(), known.head().hash()));
        }
        List<EntryRow> rows = sql.query(ROWS, EntryRow::of, known.head().sequence() + 1, MOST, MOST_BYTES);
        return rows.isEmpty() ? new Followed(known, true) : followed(known, rows);
    }

    private Followed followed(LedgerEnd known, List<EntryRow> rows) throws SQLException {
        Chain chain = new Chain(known.head(), known.key(), trusted);
        for (EntryRow row : rows) {
            broken(chain.follow(row.content()));
            if (!row.isOf(chain.end().orElseThrow().entry())) {
                broken(Chain.altered(row.sequence()));
            }
        }
        broken(chain.forged());
        long last = rows.get(rows.size() - 1).sequence();
        boolean whole = last == LedgerTimes.last(sql);
        Chain.End sealed = chain.sealed()
                .filter(end -> !whole || end.entry().sequence() == last)
                .orElseThrow(() -> unsealed(last));
        String ledger = known.isStart() ? rows.get(0).hash() : known.ledger();
        return new Followed(new LedgerEnd(ledger, known.head(), known.key()).at(sealed), whole);
    }

    /**
     * The end that was kept, as the ledger has it.
     *
     * @throws BrokenException if it has not
     */
    LedgerEnd kept(KeptHead kept) throws SQLException {
        row(1, kept.ledger());
        Entry entry = entry(row(kept.sequence(), kept.hash()));
        Optional<KeyRecord> key = key(kept.sequence());
        if (!key.map(KeyRecord::keyId).equals(kept.keyId())) {
            throw new BrokenException(Reason.ALTERED_LEDGER, TEXTS.text("otherKey", kept.sequence()));
        }
        return new LedgerEnd(kept.ledger(), Head.START, key).at(entry, key);
    }

    /**
     * The end of a ledger of which none was kept: an earlier version recorded it, or the file was removed. It is taken
     * as it is, though it must be sealed where others are.
     *
     * @throws BrokenException if it is not as a service leaves it
     */
    LedgerEnd adopted() throws SQLException {
        long last = LedgerTimes.last(sql);
        if (last == 0) {
            return LedgerEnd.START;
        }
        Entry entry = entry(row(last).orElseThrow());
        Optional<KeyRecord> key = key(last);
        if (entry.seal().isPresent()
                && key.filter(by -> entry.isSealedBy(by.key())).isEmpty()) {
            throw forged(last);
        }
        if (entry.seal().isEmpty()
                && !sql.query(SEALED, row -> row.getInt(1), MOST).isEmpty()) {
            throw unsealed(last);
        }
        Entry first = entry(row(1).orElseThrow(() -> lacking(1)));
        LOG.infof(
                "No end of the ledger was kept beside the key, so it is taken as it is: its entry %s is %s.%s",
                last,
                entry.hash(),
                entry.seal().isPresent()
                        ? ""
                        : " It has no seal; the ledger is sealed from the entry %s on.".formatted(last + 1));
        return new LedgerEnd(first.hash(), Head.START, key).at(entry, key);
    }

    /** The key in force at an entry. */
    private Optional<KeyRecord> key(long sequence) throws SQLException {
        return sql.query(KEY, EntryRow::of, sequence).stream()
                .findFirst()
                .map(LedgerTail::entry)
                .map(Entry::key);
    }

    private EntryRow row(long sequence, String hash) throws SQLException {
        return row(sequence).filter(row -> row.hash().equals(hash)).orElseThrow(() -> lacking(sequence));
    }

    private Optional<EntryRow> row(long sequence) throws SQLException {
        return sql
                .query(
                        "select sequence, kind, recorded_at, hash, content from ledger_entry where sequence = ?",
                        EntryRow::of,
                        sequence)
                .stream()
                .findFirst();
    }

    private static Entry entry(EntryRow row) {
        try {
            Entry entry = Entry.read(row.content());
            if (row.isOf(entry)) {
                return entry;
            }
        } catch (IllegalArgumentException altered) {
            // It is reported like any other that is not as it was written.
        }
        throw new BrokenException(
                Reason.ALTERED_LEDGER, Chain.altered(row.sequence()).orElseThrow());
    }

    private static void broken(Optional<Text> fault) {
        fault.ifPresent(what -> {
            throw new BrokenException(Reason.ALTERED_LEDGER, what);
        });
    }

    private static BrokenException lacking(long sequence) {
        return new BrokenException(Reason.OTHER_LEDGER, TEXTS.text("lacking", sequence));
    }

    private static BrokenException forged(long sequence) {
        return new BrokenException(Reason.ALTERED_LEDGER, TEXTS.text("forged", sequence));
    }

    private static BrokenException unsealed(long sequence) {
        return new BrokenException(Reason.ALTERED_LEDGER, TEXTS.text("unsealed", sequence));
    }

    /** The ledger is not as a service leaves it. */
    static final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text what;
        private final Reason reason;

        BrokenException(Reason reason, Text what) {
            super(what.en(), null, false, false);
            this.reason = reason;
            this.what = what;
        }

        Reason reason() {
            return reason;
        }

        Text what() {
            return what;
        }
    }
}
