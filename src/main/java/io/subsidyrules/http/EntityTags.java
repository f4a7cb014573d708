package io.subsidyrules.http;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entity tags, by which a client asks whether what it has is still the same. */
public final class EntityTags {

    private EntityTags() {}

    /**
     * Whether a client has what bears this tag: tags compare weakly here (RFC 9110, 13.1.2), as compression weakens
     * them.
     *
     * @param tag a strong one, with its quotation marks
     * @param sent the header {@code If-None-Match}
     */
    public static boolean isKnown(String tag, @Nullable String sent) {
        return sent != null
                && Stream.of(sent.split(",", -1))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }
}
