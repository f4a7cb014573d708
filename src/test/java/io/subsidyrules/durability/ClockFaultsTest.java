package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clock of the packaged service and of its PostgreSQL is set back, and forward again, while they run. The library
 * libfaketime sets it, in Debian the package faketime.
 */
@Tag("faults")
class ClockFaultsTest {

    private static final int TIMES = Integer.getInteger("faults.clock", 20);
    private static final int CLIENTS = 16;
    private static final List<String> OFFSETS = List.of("-1h", "-1d", "+0", "-1s", "-400d", "+1h", "+0");

    private final Random random = new Random(8);
    private Path offset;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "clock").resolve("data");
        offset = data.resolveSibling("offset").toAbsolutePath();
        set("+0");
        service = new ServiceProcess(
                data,
                Map.of(
                        "LD_PRELOAD",
                        library(),
                        "FAKETIME_TIMESTAMP_FILE",
                        offset.toString(),
                        "FAKETIME_NO_CACHE",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"));
        service.start();
        service.awaitReady();
    }

    private static String library() throws IOException {
        try (var files =
                Files.find(Path.of("/usr/lib"), 3, (file, what) -> file.endsWith("faketime/libfaketimeMT.so.1"))) {
            return files.findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "libfaketimeMT.so.1 is not below /usr/lib; install it: apt-get install faketime"))
                    .toString();
        }
    }

    /** As a whole: the service reads it all the time. */
    private void set(String value) throws IOException {
        Path next = offset.resolveSibling("next");
        Files.writeString(next, value + "\n");
        Files.move(next, offset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theClockIsSetBack() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < TIMES; i++) {
                Thread.sleep(500 + random.nextInt(1_000));
                int before = load.acknowledged().size();
                set(OFFSETS.get(i % OFFSETS.size()));
                load.awaitMore(before + CLIENTS);
            }
        }
        Audit audit = Audit.judge("the clock set", TIMES, load, service);
        assertThat(audit.decisions()).isSortedAccordingTo(java.util.Comparator.comparing(Entry::recordedAt));
    }
}
