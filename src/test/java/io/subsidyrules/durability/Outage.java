package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;

/** What a caller sees while the database is away. */
record Outage(ServiceProcess service) {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    /**
     * Looks for so long: decisions are refused within two seconds, evaluations are answered as before, and the service says
     * that it lives and is not ready.
     */
    void lasts(Duration time) throws Exception {
        long until = System.nanoTime() + time.toNanos();
        service.awaitStatus("/q/health/ready", 503);
        while (System.nanoTime() < until) {
            long sent = System.nanoTime();
            HttpResponse<String> decision =
                    service.post("/v1/decisions", Load.request("outage", "x"), "X-Caller", "outage");
            assertThat(System.nanoTime() - sent).isLessThan(LONGEST_ANSWER.toNanos());
            assertThat(decision.statusCode()).isEqualTo(503);
            assertThat(decision.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.post("/v1/evaluate", Load.evaluation()).statusCode())
                    .isEqualTo(200);
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(service.status("/q/health/ready")).isEqualTo(503);
            Thread.sleep(200);
        }
    }
}
