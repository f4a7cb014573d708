package io.subsidyrules.recording;

import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The ledger as others can see and check it. All of it throws a DatabaseAwayException where the database is away. */
@ApplicationScoped
public class Ledger {

    /** The number of entries that are read at a time. */
    private static final int CHUNK = 200;

    private static final long CHUNK_BYTES = 4 * 1024 * 1024;

    private final Database database;
    private final Signing signing;
    private final Continuity continuity;
    private final Clock clock;

    Ledger(Database database, Signing signing, Continuity continuity, Clock clock) {
        this.continuity = continuity;
        this.database = database;
        this.signing = signing;
        this.clock = clock;
    }

    /** The last entry; empty where there is none yet. */
    public Optional<Entry> head() {
        return database.read(() -> StoredEntry.last().map(StoredEntry::entry));
    }

    /** The public keys. */
    public Keys keys() {
        return database.read(() -> new Keys(records()));
    }

    /**
     * A signed statement of where the ledger ends now; empty where it has no entry or is not the one
     * that this service knows, or the service has not its key.
     */
    public Optional<Checkpoint> checkpoint() {
        return database.read(() -> {
            // Read after the head, a key can be newer than it, but never older: then it must wait for the next
            // checkpoint.
            Optional<Entry> head = StoredEntry.last().map(StoredEntry::entry);
            List<KeyRecord> recorded = records();
            Optional<SigningKey> key = signing.inForce(recorded);
            boolean inForce = head.isPresent()
                    && !continuity.isBroken()
                    && recorded.stream()
                            .allMatch(one -> one.sequence() <= head.get().sequence());
            return key.filter(known -> inForce)
                    .map(known -> Checkpoint.sign(
                            StoredEntry.of(1).hash, Head.of(head.orElseThrow()), clock.instant(), known));
        });
    }

    /** Writes the entries from a sequence on, up to the last one there is now, one a line, in UTF-8. */
    public void export(long from, long to, OutputStream out) throws IOException {
        long next = from;
        while (next <= to) {
            long first = next;
            List<String> lines = database.read(() -> StoredEntry.contents(first, to, CHUNK, CHUNK_BYTES));
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            next += lines.size();
        }
    }

    private static List<KeyRecord> records() {
        return StoredEntry.keys().stream().map(KeyRecord::of).toList();
    }
}
