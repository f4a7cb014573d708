package io.subsidyrules.access.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.subsidyrules.access.AccessSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits the requests of each caller to so many a second, on average over ten seconds: a bucket of tokens for each,
 * which fills evenly. A caller without a name is counted by its address. Safe for many threads, and bounded in memory
 * whoever calls.
 */
@ApplicationScoped
public class RateLimits {

    /** The allowance of so many seconds can be used at once. */
    private static final int WINDOW_SECONDS = 10;

    /** A caller that has not called for longer has its whole allowance again in any case. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(2L * WINDOW_SECONDS);

    private static final int MOST_CALLERS = 100_000;

    private static final int USUAL = 500;
    private static final int MOST = 1_000_000;

    /** The name in the metric for all callers beyond those that have a series of their own. */
    private static final String OTHERS = "OTHER";

    private static final int MOST_SERIES = 100;

    private final int perSecond;
    private final LoadingCache<String, Bucket> buckets;
    private final MeterRegistry registry;
    private final Map<String, Counter> requests = new ConcurrentHashMap<>();

    RateLimits(
            AccessSettings access,
            MeterRegistry registry,
            @ConfigProperty(name = "subsidy.limits.requests-per-second") Optional<Integer> perSecond) {
        this.perSecond = perSecond.orElse(access.isOpen() ? 0 : USUAL);
        this.registry = registry;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(FORGOTTEN)
                .build(caller -> bucket());
    }

    /** Refuses a rate that cannot be meant. */
    void check(@Observes StartupEvent started) {
        if (perSecond < 0 || perSecond > MOST) {
            throw new IllegalArgumentException(
                    "subsidy.limits.requests-per-second is %d; it can be from 0, for no limit, to %d."
                            .formatted(perSecond, MOST));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity((long) perSecond * WINDOW_SECONDS)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Whether there are limits at all. */
    public boolean isOn() {
        return perSecond > 0;
    }

    /**
     * Counts a request of a caller.
     *
     * @param caller its name, or its address where it has none
     */
    public Allowance spend(String caller) {
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Allowance(probe.isConsumed(), probe.getRemainingTokens(), seconds(nanos));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    /** Counts a request of a caller that is known by its name, in a metric of no more series than some. */
    public void count(String caller) {
        Counter counter = requests.get(caller);
        if (counter == null) {
            String series = requests.size() < MOST_SERIES ? caller : OTHERS;
            counter = requests.computeIfAbsent(series, named -> Counter.builder("subsidy.caller.requests")
                    .description("Requests of callers that have shown who they are")
                    .tag("caller", named)
                    .register(registry));
        }
        counter.increment();
    }

    /** The value of the header {@code RateLimit-Policy}, of draft-ietf-httpapi-ratelimit-headers-10. */
    public String policy() {
        return "\"requests\";q=" + perSecond * WINDOW_SECONDS + ";w=" + WINDOW_SECONDS;
    }

    /** The value of the header {@code RateLimit}, of the same draft. */
    public static String header(Allowance allowance) {
        return "\"requests\";r=" + allowance.remaining() + ";t=" + allowance.seconds();
    }
}
