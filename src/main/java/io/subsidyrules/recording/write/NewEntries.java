package io.subsidyrules.recording.write;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeyRecord;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.recording.integrity.LedgerEnd;
import io.subsidyrules.recording.integrity.LedgerSigner;
import io.subsidyrules.recording.store.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The entries that one transaction appends to the ledger: chained to its end, the last of them sealed. */
final class NewEntries {

    private final LedgerEnd before;
    private final Instant now;
    private final LedgerSigner signing;
    private final List<Entry> entries = new ArrayList<>();
    private Head head;
    private Optional<KeyRecord> newestKey;
    private Optional<SigningKey> key;

    /**
     * No entry yet.
     *
     * @param end of the ledger
     * @param now the time that the entries are recorded at
     */
    NewEntries(LedgerEnd end, Instant now, LedgerSigner signing) {
        this.before = end;
        this.now = now;
        this.signing = signing;
        this.head = end.head();
        this.newestKey = end.key();
        this.key = signing.inForce(newestKey);
    }

    /** Whether there is a key to seal them with. */
    boolean canSeal() {
        return key.isPresent();
    }

    /** Appends the entry of the first key to a ledger that has none. */
    void begin() {
        if (newestKey.isEmpty()) {
            key.ifPresent(first -> append(EntryKind.KEY, first.firstEntry()));
        }
    }

    /** Appends an entry. */
    Entry append(EntryKind kind, Map<String, ?> members) {
        Entry entry = head.next(kind, members, now);
        head = Head.of(entry);
        entries.add(entry);
        if (kind == EntryKind.KEY) {
            newestKey = Optional.of(entry.key());
        }
        return entry;
    }

    /** Appends the entry of the next key, if there is one, which seals from then on. */
    void rotateKey() {
        KeyRecord newest = newestKey.orElseThrow(() -> new IllegalStateException("The ledger has no key yet."));
        signing.rotation(newest).ifPresent(members -> {
            append(EntryKind.KEY, members);
            key = Optional.of(signing.next());
        });
    }

    /**
     * Seals the last entry only: by the chain of hashes its seal covers all before.
     *
     * @param replaced is given that entry before and after, unless there is none
     */
    void seal(BiConsumer<Entry, Entry> replaced) {
        if (!entries.isEmpty()) {
            int last = entries.size() - 1;
            Entry unsealed = entries.get(last);
            Entry sealed = unsealed.sealedBy(
                    key.orElseThrow(() -> new IllegalStateException("There is no key to seal the commit with.")));
            entries.set(last, sealed);
            head = Head.of(sealed);
            replaced.accept(unsealed, sealed);
        }
    }

    /** Writes them to the database. */
    void persist() {
        entries.forEach(entry -> new StoredEntry(entry).persist());
        StoredEntry.flush();
    }

    /** The end of the ledger with them. */
    LedgerEnd end() {
        String ledger = before.isStart() && !entries.isEmpty() ? entries.get(0).hash() : before.ledger();
        return new LedgerEnd(ledger, head, newestKey);
    }
}
