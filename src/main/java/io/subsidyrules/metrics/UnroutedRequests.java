package io.subsidyrules.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times the requests of one path that are answered before Quarkus sees them, in the series that it keeps of
 * all others. Safe for many threads.
 */
public final class UnroutedRequests {

    private static final int OK = 200;

    private final MeterRegistry registry;
    private final String method;
    private final String template;
    private final Timer ok;
    private final Map<Integer, Timer> others = new ConcurrentHashMap<>();

    /** @param template the path with its parameters in braces */
    public UnroutedRequests(MeterRegistry registry, String method, String template) {
        this.registry = registry;
        this.method = method;
        this.template = template;
        this.ok = timer(OK);
    }

    /** A request was answered with that status, so long after its head was there. */
    public void answered(int status, long nanos) {
        Timer timer = status == OK ? ok : others.computeIfAbsent(status, this::timer);
        timer.record(Duration.ofNanos(nanos));
    }

    private Timer timer(int status) {
        return Timer.builder(HttpLatency.REQUESTS)
                .description("HTTP server request processing time")
                .tag("method", method)
                .tag("uri", template)
                .tag("status", Integer.toString(status))
                .tags(List.of(Outcome.forStatus(status).asTag()))
                .register(registry);
    }
}
