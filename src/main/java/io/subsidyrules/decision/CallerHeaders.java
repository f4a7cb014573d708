package io.subsidyrules.decision;

import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that name the sender of a request and tell its requests apart. */
record CallerHeaders(String caller, Optional<String> key) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CallerHeaders.class);

    static final String CALLER = "X-Caller";
    static final String KEY = "Idempotency-Key";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:/-]{0,99}");

    /** A string of RFC 8941, as the draft of the header has it, or the same characters without quotation marks. */
    private static final Pattern QUOTED = Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]{1,255})\"");

    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e&&[^\"\\\\,]]{1,255}");

    /** @throws LocalisedProblem if a header lacks that is needed, or is not of its form */
    static CallerHeaders of(HttpHeaders headers) {
        return new CallerHeaders(caller(headers), key(headers));
    }

    /** The key with what it belongs to. */
    Optional<IdempotencyKey> key(byte[] body) {
        return key.map(own -> IdempotencyKey.of(caller, own, body));
    }

    private static String caller(HttpHeaders headers) {
        String caller = only(CALLER, headers);
        if (caller == null || !NAME.matcher(caller).matches()) {
            throw LocalisedProblem.badRequest(TEXTS.text("callerWanted"));
        }
        return caller;
    }

    private static Optional<String> key(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(KEY);
        if (values == null || values.isEmpty()) {
            return Optional.empty();
        }
        String value = only(KEY, headers);
        if (value != null && QUOTED.matcher(value).matches()) {
            return Optional.of(value.substring(1, value.length() - 1));
        }
        if (value != null && BARE.matcher(value).matches()) {
            return Optional.of(value);
        }
        throw LocalisedProblem.badRequest(TEXTS.text("keyWanted"));
    }

    /** Null if there is none, or more than one. */
    private static @Nullable String only(String name, HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(name);
        return values == null || values.size() != 1 ? null : values.get(0).strip();
    }
}
