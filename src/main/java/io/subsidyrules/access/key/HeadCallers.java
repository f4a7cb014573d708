package io.subsidyrules.access.key;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the head of a request alone who calls, as far as that needs no more than memory: by its key, or where nobody
 * is asked.
 */
@ApplicationScoped
public class HeadCallers {

    /** The header that a key is sent in. */
    public static final AsciiString KEY = AsciiString.cached("X-API-Key");

    private static final AsciiString NAME = AsciiString.cached("X-Caller");

    private final AccessSettings settings;
    private final KnownKeys keys;

    HeadCallers(AccessSettings settings, KnownKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** The name to which a request counts, as far as a head tells it; null if it tells none. */
    public @Nullable String name(HttpHeaders headers) {
        return settings.isOpen()
                ? headers.get(NAME)
                : of(headers).map(Caller::name).orElse(null);
    }

    /** The caller; empty if it cannot be told here, or is none. */
    public Optional<Caller> of(HttpHeaders headers) {
        if (settings.isOpen()) {
            return Optional.of(Caller.ANYBODY);
        }
        if (!settings.keys() || !headers.contains(KEY) || headers.contains(HttpHeaderNames.AUTHORIZATION)) {
            return Optional.empty();
        }
        List<String> sent = headers.getAll(KEY);
        try {
            return sent.size() == 1 ? keys.caller(sent.get(0)) : Optional.empty();
        } catch (KeysUnknownException unknown) {
            return Optional.empty();
        }
    }
}
