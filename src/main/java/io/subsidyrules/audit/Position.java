package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import java.util.Optional;

/**
 * The position that a comparison has come to, the newest entries first.
 *
 * @param next the highest sequence that was not compared yet
 * @param after the entry of the sequence after it, where that was whole
 */
record Position(long next, boolean isNewest, Optional<Entry> after) {

    static Position at(long head) {
        return new Position(head, true, Optional.empty());
    }

    Position below(Chunk compared) {
        Optional<Entry> lowest = compared.entries().stream().findFirst();
        return compared.from() == Long.MIN_VALUE
                ? new Position(0, false, Optional.empty())
                : new Position(compared.from() - 1, false, lowest.filter(entry -> entry.sequence() == compared.from()));
    }

    /** Whether there is nothing left. */
    boolean isAtEnd() {
        return next <= 0;
    }
}
