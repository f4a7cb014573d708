package io.subsidyrules.recording.integrity;

import io.subsidyrules.ledger.Chain;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.KeptHead;
import io.subsidyrules.ledger.KeyRecord;
import java.util.Optional;

/**
 * The end of the ledger as far as this service has written it or looked at it.
 *
 * @param ledger the hash of its first entry; empty if there is none
 * @param key the one in force there; empty if the ledger names none
 */
public record LedgerEnd(String ledger, Head head, Optional<KeyRecord> key) {

    /** The end of a ledger without entries. */
    static final LedgerEnd START = new LedgerEnd("", Head.START, Optional.empty());

    public boolean isStart() {
        return head.sequence() == 0;
    }

    /** The end of the same ledger at a later entry. */
    LedgerEnd at(Chain.End end) {
        return at(end.entry(), end.key());
    }

    LedgerEnd at(Entry entry, Optional<KeyRecord> inForce) {
        return new LedgerEnd(ledger, Head.of(entry), inForce);
    }

    /** The same for the file beside the key; there is an entry. */
    KeptHead kept() {
        return new KeptHead(ledger, head.sequence(), head.hash(), key.map(KeyRecord::keyId));
    }
}
