package io.subsidyrules.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.durability.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that take what they can of the packaged service, beside one that asks for little and is answered all the same. */
@Tag("faults")
class HostileClientsTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("faults.hostile.seconds", 8));
    /** Until the clients have connected, and their first requests are refused or answered. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** Three times a p99 of some milliseconds is less than one stop of the collector, which nobody feels either. */
    private static final Duration HARDLY_FELT = Duration.ofMillis(50);

    private static final int ROUNDS = Integer.getInteger("faults.hostile.rounds", 3);

    /** What the README states for a heap of 512 MB. */
    private static final long MOST_MEMORY = 1024L << 20;

    private static ServiceProcess service;
    private static Footprint footprint;

    @BeforeAll
    static void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "hostile").resolve("data");
        service = new ServiceProcess(data, Map.of());
        service.start();
        service.awaitReady();
        footprint = new Footprint(service.pid());
        try (OpenLoop load = new OpenLoop(service.port(), Asked.EVALUATION.requests())) {
            Round.warmUp(load, Asked.EVALUATION, TIME);
        }
        try (OpenLoop load = new OpenLoop(service.port(), Asked.DECISION.requests());
                HostileClients clients = new HostileClients(service.port()).largestPages(4)) {
            Round.warmUp(load, Asked.DECISION, TIME);
            System.out.printf("Warm after %s%n", clients.statuses());
        }
    }

    @AfterAll
    static void stop() {
        footprint.close();
        service.close();
    }

    /** The ways to hurt others. */
    enum Way {
        SLOW_SENDERS(clients -> clients.slowSenders(500)),
        SLOW_READERS(clients -> clients.slowReaders(100)),
        LARGEST_PAGES(clients -> clients.largestPages(60)),
        ALL_OF_THEM(clients -> clients.slowSenders(500).slowReaders(100).largestPages(60));

        private final UnaryOperator<HostileClients> clients;

        Way(UnaryOperator<HostileClients> clients) {
            this.clients = clients;
        }
    }

    @ParameterizedTest
    @EnumSource
    void othersAreAnsweredNearlyAsSoonAsWithoutThem(Way way) throws Exception {
        List<Double> slower = new ArrayList<>();
        try (OpenLoop others = new OpenLoop(service.port(), Asked.EVALUATION.requests())) {
            double rate = others.saturate(16, TIME).goodput() / 8;
            for (int round = 0; round < ROUNDS; round++) {
                Tally without = others.run(rate, TIME);
                Tally with;
                Map<Integer, Integer> statuses;
                try (HostileClients clients = way.clients.apply(new HostileClients(service.port()))) {
                    with = others.run(rate, SETTLING, TIME);
                    statuses = clients.statuses();
                }
                System.out.printf(
                        "%s%nwithout %s%nwith    %s%ntheirs  %s, memory %d MB, files %d%n",
                        way, without, with, statuses, footprint.memory() >> 20, footprint.files());
                assertThat(with.count(200)).as("%s", with).isGreaterThan((int)
                        (0.99 * rate * SETTLING.plus(TIME).toSeconds()));
                slower.add(
                        (double) with.p99().toNanos() / Math.max(without.p99().toNanos(), HARDLY_FELT.toNanos() / 3));
            }
            assertThat(service.status("/q/health/ready")).isEqualTo(200);
        }
        assertThat(slower.stream().sorted().toList().get(ROUNDS / 2))
                .as("%s", slower)
                .isLessThan(3);
        assertThat(footprint.memory()).isLessThan(MOST_MEMORY);
    }

    @Test
    void thirtyTwoClientsWithTheLargestDecisionKeepNobodyFromRecording() throws Exception {
        try (OpenLoop others = new OpenLoop(service.port(), Asked.DECISION.requests());
                HostileClients clients = new HostileClients(service.port()).largestDecisions(32)) {
            Tally with = others.run(20, TIME);
            System.out.printf("32 largest decisions at a time%nothers %s%ntheirs %s%n", with, clients.statuses());
            assertThat(with.count(201)).as("%s", with).isEqualTo((int) (20 * TIME.toSeconds()));
            assertThat(clients.statuses().keySet()).isSubsetOf(201, 429, 503);
        }
        assertThat(footprint.memory()).isLessThan(MOST_MEMORY);
    }
}
