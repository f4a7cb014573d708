package io.subsidyrules.recording;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Records that an answer needs are missing from the database, or altered; nothing is answered in their place. */
public class AlteredLedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final TextCatalogue TEXTS = TextCatalogue.beside(AlteredLedgerException.class);

    private final transient OptionalLong sequence;
    private final transient Text what;

    private AlteredLedgerException(OptionalLong sequence, Text what, @Nullable Throwable cause) {
        super(what.en(), cause, false, false);
        this.sequence = sequence;
        this.what = what;
    }

    /** The entry of that sequence is not there, is another one, or is not as it was written. */
    public static AlteredLedgerException at(long sequence) {
        return at(sequence, null);
    }

    /** The same, by something that failed when it was read. */
    public static AlteredLedgerException at(long sequence, @Nullable Throwable cause) {
        return new AlteredLedgerException(OptionalLong.of(sequence), TEXTS.text("entryAltered", sequence), cause);
    }

    /**
     * The ledger lacks that entry, its last one, or has another in its place, so that a list would lack what was
     * recorded.
     */
    public static AlteredLedgerException lacks(long sequence) {
        return new AlteredLedgerException(OptionalLong.empty(), TEXTS.text("entryLacking", sequence), null);
    }

    /** A decision was not found, in a database that is not as the ledger says. */
    public static AlteredLedgerException unfound() {
        return new AlteredLedgerException(OptionalLong.empty(), TEXTS.text("decisionUnfound"), null);
    }

    /** The entry that it is about; empty if it is about none. */
    public OptionalLong sequence() {
        return sequence;
    }

    /** A sentence that says what is wrong, and others that say where to read more. */
    public Text text() {
        return TEXTS.text("seeTheLog", what);
    }
}
