package io.subsidyrules.recording.search;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The ledger as others can see and check it. All of it throws an UnreadableException where it cannot be read now. */
@ApplicationScoped
public class LedgerView {

    /** The number of entries that are read at a time. */
    private static final int CHUNK = 200;

    private static final long CHUNK_BYTES = 1024 * 1024;

    private final Database database;
    private final EntityManager entities;
    private final LedgerSigner signing;
    private final LedgerContinuity continuity;
    private final Clock clock;

    LedgerView(
            Database database, EntityManager entities, LedgerSigner signing, LedgerContinuity continuity, Clock clock) {
        this.continuity = continuity;
        this.database = database;
        this.entities = entities;
        this.signing = signing;
        this.clock = clock;
    }

    /** The place of the last entry, as the database says it; empty if there is none yet. */
    public Optional<Head> head() {
        return database.read(() -> StoredEntry.last().map(last -> new Head(last.sequence, last.hash, last.recordedAt)));
    }

    /**
     * The public keys.
     *
     * @throws AlteredLedgerException if one does not follow from the one before it
     */
    public Keys keys() {
        List<KeyRecord> records = database.read(LedgerView::records);
        for (int i = 0; i < records.size(); i++) {
            if (!follows(records, i)) {
                throw AlteredLedgerException.at(records.get(i).sequence());
            }
        }
        return new Keys(records);
    }

    private static boolean follows(List<KeyRecord> records, int place) {
        KeyRecord key = records.get(place);
        return key.rotation().isEmpty() || (place > 0 && records.get(place - 1).signedOverTo(key));
    }

    /**
     * A signed statement of where the ledger ends now, of which all was looked at; empty if it has no entry or is not
     * as it was written, or the service has not its key.
     */
    public Optional<Checkpoint> checkpoint() {
        return database.read(() -> entities.unwrap(Session.class)
                        .doReturningWork(connection -> continuity.toSign(new Sql(connection))))
                .flatMap(end -> signing.inForce(end.key())
                        .map(key -> Checkpoint.sign(end.ledger(), end.head(), clock.instant(), key)));
    }

    /**
     * Writes the entries of these sequences, one a line, in UTF-8: what is stored, whatever became of it, so that a
     * verifier can tell.
     *
     * @throws io.subsidyrules.storage.DatabaseBusyException where too many exports are under way; nothing is written
     *     then
     */
    public void export(long from, long to, OutputStream out) throws IOException {
        database.export(() -> write(from, to, out));
    }

    private void write(long from, long to, OutputStream out) throws IOException {
        long next = from;
        while (next <= to) {
            long first = next;
            List<StoredEntry.Line> lines = database.readPart(() -> StoredEntry.lines(first, to, CHUNK, CHUNK_BYTES));
            for (StoredEntry.Line line : lines) {
                out.write(line.content().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            next = lines.isEmpty() ? to + 1 : lines.get(lines.size() - 1).sequence() + 1;
        }
    }

    private static List<KeyRecord> records() {
        return StoredEntry.keys().stream().map(Entry::key).toList();
    }
}
