package io.subsidyrules.audit;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/**
 * Something in the database that is not as the service wrote it.
 *
 * @param table the one that it is in
 * @param sequence of the entry that it is about; 0 if it is about none
 */
record Difference(Kind kind, String table, long sequence) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Difference.class);

    enum Kind {
        ENTRY_MISSING,
        ENTRY_ALTERED,
        ENTRY_UNCHAINED,
        ENTRY_UNSEALED,
        RESULT_DISAGREES,
        ROW_MISSING,
        ROW_ALTERED,
        ROW_EXTRA,
        ROW_OF_NONE
    }

    static Difference missing(String table, long sequence) {
        return new Difference(Kind.ROW_MISSING, table, sequence);
    }

    static Difference altered(String table, long sequence) {
        return new Difference(Kind.ROW_ALTERED, table, sequence);
    }

    static Difference extra(String table, long sequence) {
        return new Difference(Kind.ROW_EXTRA, table, sequence);
    }

    static Difference ofNone(String table) {
        return new Difference(Kind.ROW_OF_NONE, table, 0);
    }

    static Difference entry(Kind kind, long sequence) {
        return new Difference(kind, "ledger_entry", sequence);
    }

    /** In short. */
    String place() {
        return "%s at the entry %s (%s)".formatted(table, sequence, kind);
    }

    /** The place and the remedy. */
    Text text() {
        return TEXTS.text("putRight", TEXTS.text(kind.name(), table, sequence));
    }
}
