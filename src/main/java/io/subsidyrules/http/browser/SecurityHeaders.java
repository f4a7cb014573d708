package io.subsidyrules.http.browser;

import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The headers by which browsers do nothing with an answer but show it: they guess no type, run and load nothing, show
 * it in no frame, give it to no other site and tell none where a link was. Pages have a policy of their own, which is
 * wider by what they need.
 */
public final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("X-Content-Type-Options", "nosniff");
        ALL.put(POLICY, "default-src 'none'; frame-ancestors 'none'");
        ALL.put("X-Frame-Options", "DENY");
        ALL.put("Referrer-Policy", "no-referrer");
        ALL.put("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** The headers as they are sent, each with its end of line. */
    public static final String LINES = ALL.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
            .collect(Collectors.joining());

    /** Swagger UI has scripts and styles in its page. */
    private static final String SWAGGER_UI = "/q/swagger-ui";

    private static final String SWAGGER_UI_POLICY = "default-src 'none'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Browsers that have seen this ask by TLS alone, for a year (RFC 6797). */
    private static final String TRANSPORT = "Strict-Transport-Security";

    private static final String YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    /**
     * Puts them into the headers of an answer, where it has none of its own.
     *
     * @param encrypted whether the request came by TLS, to this service or to the proxy that it trusts
     * @param path that of the request, below the root
     */
    public static void put(MultiMap headers, boolean encrypted, String path) {
        if (path.startsWith(SWAGGER_UI)) {
            headers.set(POLICY, SWAGGER_UI_POLICY);
        }
        ALL.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
        if (encrypted && !headers.contains(TRANSPORT)) {
            headers.set(TRANSPORT, YEAR);
        }
    }
}
