package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many read from the packaged service while decisions are recorded: none of them breaks off, and the recording does not suffer. */
@Tag("faults")
class ManyReadersFaultsTest {

    /** Readers take what the cores give; half of the two seconds that a caller waits at most is left to recording. */
    private static final long LONGEST_MILLIS = 1_000;

    private static final int RECORDED = Integer.getInteger("faults.readers.recorded", 2_000);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(Integer.getInteger("faults.readers.seconds", 30));
    private static final int CLIENTS = 4;

    private ServiceProcess service;

    @BeforeEach
    void record() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "readers").resolve("data");
        service = new ServiceProcess(data, Map.of());
        service.start();
        service.awaitReady();
        try (Load load = new Load(service, 16)) {
            load.awaitMore(RECORDED);
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void noneBreaksOffAndRecordingGoesOn() throws Exception {
        System.out.printf("Recording alone: %s%n", recorded());
        for (int readers : List.of(60, 200)) {
            with(readers, 0);
        }
        with(60, 1_000);
    }

    private void with(int count, int bytesPerSecond) throws Exception {
        Recorded beside;
        Readers readers = new Readers(service, count, bytesPerSecond);
        try (readers) {
            beside = recorded();
        }
        System.out.printf(
                "%s readers%s: recording %s; %s%n",
                count, bytesPerSecond > 0 ? " at %s bytes/s".formatted(bytesPerSecond) : "", beside, readers);
        assertThat(readers.brokenOff).hasValue(0);
        assertThat(readers.away).hasValue(0);
        assertThat(readers.others).hasValue(0);
        assertThat(beside.refused()).isEmpty();
        assertThat(beside.p99()).isLessThan(LONGEST_MILLIS);
    }

    /**
     * What clients saw that recorded decisions, each the next one as soon as it had an answer.
     *
     * @param p99 in milliseconds
     */
    private record Recorded(int decisions, long p50, long p99, List<String> refused) {}

    private Recorded recorded() throws Exception {
        List<Long> millis = Collections.synchronizedList(new ArrayList<>());
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean stopped = new AtomicBoolean();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> {
                while (!stopped.get()) {
                    record(millis, refused);
                }
            });
            client.start();
            clients.add(client);
        }
        Thread.sleep(LONG_ENOUGH.toMillis());
        stopped.set(true);
        for (Thread client : clients) {
            client.join();
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return new Recorded(
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                List.copyOf(refused));
    }

    private void record(List<Long> millis, List<String> refused) {
        long sent = System.nanoTime();
        try {
            HttpResponse<String> answer = service.decide("portal");
            if (answer.statusCode() == 201) {
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent));
            } else {
                refused.add(answer.statusCode() + answer.body());
            }
        } catch (IOException failed) {
            refused.add(failed.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
