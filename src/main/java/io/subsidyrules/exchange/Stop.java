package io.subsidyrules.exchange;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.subsidyrules.policy.Text;
import io.subsidyrules.problem.LocalisedProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The end of the service: readiness goes down at once, and after the delay of {@code quarkus.shutdown.delay}, in which a
 * balancer may notice, what is new is refused, while what was accepted is answered within {@code quarkus.shutdown.timeout}.
 */
@ApplicationScoped
class Stop {

    private static final int RETRY_SECONDS = 5;

    private static final String OPERATORS = "/q/";

    private static final Text DETAIL = new Text(
            "The service is about to stop and takes no more requests. Nothing was done; send the request again after the seconds in Retry-After.",
            "服务即将停止，不再接受新的请求。本次未作任何处理，请在 Retry-After 所示秒数之后重新发送。");

    private final Duration delay;
    private volatile boolean begun;
    private volatile long began;

    Stop(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.delay = delay.orElse(Duration.ZERO);
    }

    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        began = System.nanoTime();
        begun = true;
    }

    /** The refusal of a request that comes too late; what operators look at is answered to the end. */
    Optional<LocalisedProblem> refusal(@Nullable String path) {
        boolean late = begun && System.nanoTime() - began >= delay.toNanos();
        return late && !String.valueOf(path).startsWith(OPERATORS)
                ? Optional.of(LocalisedProblem.unavailable(DETAIL, RETRY_SECONDS))
                : Optional.empty();
    }

    /** Whether connections are to be closed behind their answers. */
    boolean hasBegun() {
        return begun;
    }
}
