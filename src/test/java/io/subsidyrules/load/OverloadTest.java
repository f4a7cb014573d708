package io.subsidyrules.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More requests than the packaged service can answer: as many as it can are answered, in time, and the others refused. */
@Tag("faults")
class OverloadTest {

    private static final Logger LOG = Logger.getLogger(OverloadTest.class);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("faults.overload.seconds", 10));
    private static final int CLIENTS = 8;

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "durability").resolve("data");
        service = new ServiceProcess(data, Map.of());
        service.start();
        service.awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void evaluationsOfSixtyClaims() throws Exception {
        String body = claims(60, 0);
        judge("evaluate, 60 claims", number -> request("/v1/evaluate", body, ""));
    }

    @Test
    void decisionsOnTwoClaims() throws Exception {
        judge("decisions, 2 claims", number -> request("/v1/decisions", claims(2, number), "X-Caller: portal\r\n"));
    }

    /** Two and five times of what is answered at most, and once that to compare with. */
    private static void judge(String what, LongFunction<String> requests) throws Exception {
        try (OpenLoop load = new OpenLoop(service.port(), requests)) {
            load.saturate(CLIENTS, TIME);
            double capacity = load.saturate(CLIENTS, TIME);
            OpenLoop.Tally once = load.run(capacity, TIME);
            OpenLoop.Tally twice = load.run(2 * capacity, TIME);
            OpenLoop.Tally fiveTimes = load.run(5 * capacity, TIME);
            LOG.infof("%s: capacity %.0f/s%n1x %s%n2x %s%n5x %s", what, capacity, once, twice, fiveTimes);
            for (OpenLoop.Tally over : new OpenLoop.Tally[] {twice, fiveTimes}) {
                assertThat(over.goodput()).as(over.toString()).isGreaterThan(0.8 * capacity);
                assertThat(over.p99()).as(over.toString()).isLessThan(once.p99().multipliedBy(2));
                assertThat(over.count(0)).as("unanswered").isZero();
            }
        }
    }

    static String claims(int count, long number) {
        String claims = IntStream.range(0, count)
                .mapToObj(claim -> """
                        {"type":"HostedStandard","id":"c%d","level":"INTERNATIONAL","role":"HOST","standardNumber":"ISO %s"}""".formatted(claim, UUID.randomUUID()))
                .collect(Collectors.joining(","));
        return """
                {"applicant":{"id":"91130100MA0ABCDE10","kind":"ENTERPRISE","divisionCode":"130100","industry":"MANUFACTURING"},"claims":[%s]}""".formatted(claims);
    }

    static String request(String path, String body, String headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(path, headers, body.length(), body);
    }
}
