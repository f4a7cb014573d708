package io.subsidyrules.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More requests than the packaged service can answer: as many as it can are answered, in time, and the others refused. */
@Tag("faults")
class OverloadTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("faults.overload.seconds", 6));
    private static final int ROUNDS = Integer.getInteger("faults.overload.rounds", 3);

    private static OwnCores cores;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "overload").resolve("data");
        cores = new OwnCores();
        service = new ServiceProcess(data, Map.of(), cores.wrapper());
        service.start();
        service.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            service.close();
        } finally {
            cores.close();
        }
    }

    /** In the median of rounds, since the machine may have other work. */
    @ParameterizedTest
    @EnumSource
    void goodputStaysUpAndAcceptedRequestsQuick(Asked asked) throws Exception {
        List<Round> rounds = new ArrayList<>();
        try (OpenLoop load = new OpenLoop(service.port(), asked.requests())) {
            Round.warmUp(load, asked, TIME);
            for (int number = 1; number <= ROUNDS; number++) {
                rounds.add(Round.of(load, asked, service, TIME));
                System.out.printf(
                        "%n%s%n%s",
                        Round.HEAD.formatted(asked.title()),
                        rounds.get(number - 1).rows(number));
            }
        }
        for (String times : List.of("2x", "5x")) {
            assertThat(median(rounds, round -> round.goodput(times)))
                    .as("goodput at %s", times)
                    .isGreaterThan(0.8);
            assertThat(median(rounds, round -> round.slowdown(times)))
                    .as("slowdown at %s", times)
                    .isLessThan(2);
            assertThat(median(rounds, round -> round.run(times).tally().count(0)))
                    .as("unanswered at %s", times)
                    .isZero();
            assertThat(rounds)
                    .allSatisfy(round -> assertThat(round.run(times).tally().refusalsWithoutRetryAfter())
                            .isZero());
        }
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
