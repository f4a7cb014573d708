package io.subsidyrules.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether an answer is sent with gzip, by {@code Accept-Encoding} (RFC 9110, section 12.5.3), and gives it the
 * headers that belong to that. Netty compresses what is not marked as {@code identity}; HEAD has the headers of GET.
 */
public final class ContentCoding {

    private static final String ENCODING = "Content-Encoding";
    private static final String LENGTH = "Content-Length";
    private static final String TAG = "ETag";
    private static final String VARY = "Vary";
    private static final String IDENTITY = "identity";
    private static final String GZIP = "gzip";

    private static final int NO_CONTENT = 204;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;

    private static final Pattern COMPRESSIBLE = Pattern.compile("(?i)(?:text/.+|image/svg\\+xml|"
            + "application/(?:.+\\+)?(?:json|x-ndjson|yaml|javascript|openmetrics-text))(?:\\s*;.*)?");

    private ContentCoding() {}

    /** Whether a request takes any coding that there is: gzip, or none. */
    public static boolean isAnyTaken(HttpServerRequest request) {
        return accepted(request).isAny();
    }

    /**
     * Settles the headers of an answer, which are about to be sent; its length is known where they have it.
     *
     * @param worthwhile false if it is short in any case
     */
    public static void settle(HttpServerRequest request, HttpServerResponse response, boolean worthwhile) {
        MultiMap headers = response.headers();
        String coding = headers.get(ENCODING);
        if (coding != null && !coding.equals(IDENTITY)) {
            return;
        }
        headers.remove(ENCODING);
        boolean compressible = Optional.ofNullable(headers.get("Content-Type"))
                .filter(type -> COMPRESSIBLE.matcher(type).matches())
                .isPresent();
        if (compressible || response.getStatusCode() == NOT_MODIFIED) {
            vary(headers);
        }
        AcceptedCodings taken = accepted(request);
        weaken(request, response, compressible && taken.gzip());
        if (!isWithContent(response) || request.version() == HttpVersion.HTTP_1_0) {
            return;
        }
        boolean gzip = taken.isWorthwhile(worthwhile && compressible ? length(headers) : 0);
        if (!request.method().name().equals("HEAD")) {
            if (!gzip && !"0".equals(headers.get(LENGTH))) {
                headers.set(ENCODING, IDENTITY);
            }
        } else if (gzip) {
            headers.remove(LENGTH);
            headers.set(ENCODING, GZIP);
        }
    }

    private static boolean isWithContent(HttpServerResponse response) {
        int status = response.getStatusCode();
        return status != NO_CONTENT && status != PARTIAL && status != NOT_MODIFIED;
    }

    private static AcceptedCodings accepted(HttpServerRequest request) {
        return AcceptedCodings.of(request.headers().getAll("Accept-Encoding"));
    }

    private static long length(MultiMap headers) {
        String length = headers.get(LENGTH);
        return length == null ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private static void vary(MultiMap headers) {
        String by = String.join(", ", headers.getAll(VARY));
        if (!by.contains("Accept-Encoding")) {
            headers.set(VARY, by.isEmpty() ? "Accept-Encoding" : by + ", Accept-Encoding");
        }
    }

    /**
     * A tag made from the bytes as they are does not say which bytes are sent. Where nothing is sent, it is as the
     * client has it.
     */
    private static void weaken(HttpServerRequest request, HttpServerResponse response, boolean coded) {
        String tag = response.headers().get(TAG);
        if (tag != null && tag.startsWith("\"")) {
            boolean known = response.getStatusCode() == NOT_MODIFIED
                    && request.headers().getAll("If-None-Match").stream().anyMatch(sent -> sent.contains("W/" + tag));
            if (known || (coded && response.getStatusCode() != NOT_MODIFIED)) {
                response.headers().set(TAG, "W/" + tag);
            }
        }
    }
}
