package io.subsidyrules.engine.request;

import io.subsidyrules.text.Text;
import java.util.OptionalInt;

/** A request is not a JSON object in UTF-8. */
public final class UnreadableRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text detail;
    private final int line;
    private final int column;

    UnreadableRequestException(Text detail, int line, int column) {
        super(detail.en(), null, false, false);
        this.detail = detail;
        this.line = line;
        this.column = column;
    }

    /** The fault as a sentence. */
    public Text detail() {
        return detail;
    }

    /** The line, counted from 1, where there is one. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** The column, counted from 1, where there is one. */
    public OptionalInt column() {
        return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
    }
}
