package io.subsidyrules.engine.request;

import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;

/**
 * Something wrong in the content of a request.
 *
 * @param pointer the JSON pointer (RFC 6901) of the member; of a missing one, where it would be
 * @param detail what is wrong and what to do about it
 * @param allowed the names that are possible, where they are a closed list
 * @param suggestion the nearest of them, or of the codes that a list has
 */
public record RequestFault(String pointer, Code code, Text detail, List<String> allowed, Optional<String> suggestion) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestFault.class);

    public RequestFault {
        allowed = List.copyOf(allowed);
    }

    /** The sentence on a value that must be a text. */
    static final Text TEXT_WANTED = TEXTS.text("stringWanted");

    /** Whether a value is of another type where a text is wanted. */
    public boolean wantsText() {
        return code == Code.WRONG_TYPE && detail.equals(TEXT_WANTED);
    }

    /** The kinds of faults; their names are part of the contract. */
    public enum Code {
        UNKNOWN_TYPE,
        UNKNOWN_MEMBER,
        UNKNOWN_CONSTANT,
        UNKNOWN_POLICY,
        UNKNOWN_CODE,
        WRONG_TYPE,
        REQUIRED,
        OUT_OF_RANGE,
        TOO_LONG,
        TOO_MANY,
        BAD_FORMAT,
        BAD_CHECK_CHARACTER,
        DUPLICATE_ID
    }
}
