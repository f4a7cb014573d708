package io.subsidyrules.http;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * By what a request is found again in the logs of all that it passes through: the id that a gateway or the client gave
 * it, or one made here, and the trace that it is part of. Both go into every line of the log that is written for the
 * request and back with its answer, and are recorded nowhere.
 *
 * @param requestId 1 to 128 ASCII letters, digits and {@code . _ : @ / + = -}
 * @param trace the header {@code traceparent} of W3C Trace Context, where a valid one was sent
 */
public record Correlation(String requestId, Optional<String> trace) {

    /** The header of the id. */
    public static final String REQUEST_ID = "X-Request-Id";

    /** The header of the trace. */
    public static final String TRACE = "traceparent";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@/+=-]{0,127}");

    /**
     * Version, trace id, parent id, flags; a later version may have more. Ids of zeros and the version ff are invalid.
     */
    private static final Pattern PARENT =
            Pattern.compile("(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})-"
                    + "(?!0{16})(?<span>[0-9a-f]{16})-[0-9a-f]{2}(?<more>-[!-~]{1,200})?");

    /** The correlation of a request with these headers, which have it from then on. */
    public static Correlation take(MultiMap headers) {
        Correlation correlation = of(headers.getAll(REQUEST_ID), headers.getAll(TRACE));
        headers.set(REQUEST_ID, correlation.requestId());
        return correlation;
    }

    /** The correlation of a request whose two headers have these values. */
    public static Correlation of(List<String> ids, List<String> traces) {
        String id = only(ids).filter(text -> ID.matcher(text).matches()).orElseGet(() -> RandomId.next()
                .toString());
        return new Correlation(id, only(traces).filter(text -> parent(text).isPresent()));
    }

    /** The id of the trace: 32 hexadecimal digits. */
    public Optional<String> traceId() {
        return trace.flatMap(Correlation::parent).map(parent -> parent.group("trace"));
    }

    /** Has it written with every line of the log until the request is answered. */
    public void log() {
        fields().forEach(MDC::put);
    }

    /** The same for one line alone, with what else it tells, on whatever thread it is written. */
    public void log(Map<String, String> told, Runnable line) {
        Map<String, String> all = new LinkedHashMap<>(told);
        all.putAll(fields());
        Map<String, Optional<Object>> before = new HashMap<>();
        all.forEach((name, value) -> {
            before.put(name, Optional.ofNullable(MDC.get(name)));
            MDC.put(name, value);
        });
        try {
            line.run();
        } finally {
            before.forEach((name, value) -> value.ifPresentOrElse(old -> MDC.put(name, old), () -> MDC.remove(name)));
        }
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("requestId", requestId);
        trace.flatMap(Correlation::parent).ifPresent(parent -> {
            fields.put("traceId", parent.group("trace"));
            fields.put("spanId", parent.group("span"));
        });
        return fields;
    }

    /** Puts it into the headers of an answer. */
    public void giveBack(MultiMap headers) {
        headers.set(REQUEST_ID, requestId);
        trace.ifPresent(parent -> headers.set(TRACE, parent));
    }

    private static Optional<Matcher> parent(String text) {
        Matcher parent = PARENT.matcher(text);
        return Optional.of(parent)
                .filter(Matcher::matches)
                .filter(valid -> !valid.group("version").equals("00") || valid.group("more") == null);
    }

    private static Optional<String> only(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0).strip()) : Optional.empty();
    }
}
