package io.subsidyrules.engine.request.direct;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A closed list of names as JSON writes them, in UTF-8 and in quotes. They are compared byte by byte, so that names of
 * equal hash are nothing special. Immutable.
 */
final class QuotedNames {

    private final byte[][] quoted;

    /** @param names none of which needs an escape */
    QuotedNames(List<String> names) {
        this.quoted = names.stream().map(QuotedNames::quoted).toArray(byte[][]::new);
    }

    /** A name as JSON writes it. */
    static byte[] quoted(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
    }

    /** Passes over the name that is next, and returns its index; gives up and returns -1 where it is none of these. */
    int next(JsonBytes json) {
        return next(json, 0);
    }

    /** The same, where one name is expected: it is tried first, then those that follow it. */
    int next(JsonBytes json, int expected) {
        for (int i = expected; i < quoted.length; i++) {
            if (json.accept(quoted[i])) {
                return i;
            }
        }
        for (int i = 0; i < expected; i++) {
            if (json.accept(quoted[i])) {
                return i;
            }
        }
        json.giveUp();
        return -1;
    }
}
