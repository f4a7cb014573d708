package io.subsidyrules.http;

import java.util.Set;

/** The methods of HTTP: those of RFC 9110, and PATCH. */
public final class Methods {

    private static final Set<String> ALL =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private Methods() {}

    /** Whether it is one of them, which some path may answer to. */
    public static boolean isKnown(String name) {
        return ALL.contains(name);
    }
}
