package io.subsidyrules.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopTest {

    @Test
    void nothingIsRefusedBeforeTheStop() {
        assertThat(new Stop(Optional.empty()).refusal(Optional.of("/v1/evaluate")))
                .isEmpty();
    }

    @Test
    void whatIsNewIsRefusedFromTheStopOn() {
        Stop stop = new Stop(Optional.empty());
        stop.begin(new ShutdownDelayInitiatedEvent());
        assertThat(stop.refusal(Optional.of("/v1/evaluate")))
                .hasValueSatisfying(
                        problem -> assertThat(problem.getStatusCode()).isEqualTo(503))
                .hasValueSatisfying(problem -> assertThat(problem.getHeaders()).containsKey("Retry-After"));
        assertThat(stop.hasBegun()).isTrue();
    }

    @Test
    void inTheDelayRequestsAreStillAnswered() {
        Stop stop = new Stop(Optional.of(Duration.ofHours(1)));
        stop.begin(new ShutdownDelayInitiatedEvent());
        assertThat(stop.refusal(Optional.of("/v1/evaluate"))).isEmpty();
    }

    @Test
    void operatorsAreAnsweredToTheEnd() {
        Stop stop = new Stop(Optional.empty());
        stop.begin(new ShutdownDelayInitiatedEvent());
        assertThat(stop.refusal(Optional.of("/q/health/ready"))).isEmpty();
    }
}
