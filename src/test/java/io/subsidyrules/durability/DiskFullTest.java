package io.subsidyrules.durability;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk that the packaged service keeps its data on, here a small one in memory, is full for a while. */
@Tag("faults")
class DiskFullTest {

    private static final int TIMES = Integer.getInteger("faults.disk.full", 10);
    private static final int CLIENTS = 16;

    /** In a mount namespace of its own, so that nothing stays mounted, and root is not needed. */
    private static final String MOUNT = "mount -t tmpfs -o size=400m none \"$0\" && exec \"$@\"";

    private final Random random = new Random(7);
    private Path data;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        data = Files.createTempDirectory(Path.of("target"), "disk").resolve("data");
        service = new ServiceProcess(
                data,
                Map.of(),
                List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT, data.toString()));
        service.start();
        service.awaitReady();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theDiskIsFull() throws Exception {
        Path rest = service.seen(data).resolve("rest");
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < TIMES; i++) {
                Thread.sleep(500 + random.nextInt(1_000));
                Filling filling = new Filling(rest);
                filling.start();
                try {
                    new Outage(service).lasts(Duration.ofSeconds(i % 2 == 0 ? 3 : 15));
                } finally {
                    filling.interrupt();
                    filling.join();
                    Files.delete(rest);
                }
                service.awaitReady();
            }
        }
        Audit.judge("the disk full", TIMES, load, service);
    }

    /** Takes all that is there, and whatever becomes free. */
    private static final class Filling extends Thread {

        private final Path file;

        Filling(Path file) {
            this.file = file;
            setDaemon(true);
        }

        @Override
        public void run() {
            byte[] some = new byte[64 * 1024];
            while (!isInterrupted()) {
                try (OutputStream out = Files.newOutputStream(file, CREATE, APPEND)) {
                    while (!isInterrupted()) {
                        out.write(some);
                    }
                } catch (IOException full) {
                    some = new byte[Math.max(1, some.length / 2)];
                }
            }
        }
    }
}
