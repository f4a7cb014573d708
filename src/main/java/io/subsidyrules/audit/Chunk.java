package io.subsidyrules.audit;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.recording.store.DecisionRows;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Entries that follow each other, and the range of sequences whose rows are compared with them.
 *
 * @param from the lowest of these sequences; where the entries begin with the first one, all that are lower too
 * @param to the highest; where the entries end with the newest one, all that are higher too
 * @param entries in their order
 * @param decisions the rows that the decisions among them should have, by sequence
 */
record Chunk(long from, long to, List<Entry> entries, SortedMap<Long, DecisionRows> decisions) {

    Stream<Entry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }

    /** The decisions with their entries. */
    Stream<Entry> decided() {
        return of(EntryKind.DECISION).filter(entry -> decisions.containsKey(entry.sequence()));
    }

    DecisionRows rows(Entry decision) {
        DecisionRows rows = decisions.get(decision.sequence());
        if (rows == null) {
            throw new IllegalArgumentException("The entry %s is no decision here.".formatted(decision.sequence()));
        }
        return rows;
    }
}
