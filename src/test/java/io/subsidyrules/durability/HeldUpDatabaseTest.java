package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The packaged service while its own PostgreSQL does not get on with its start: the shell that starts the server waits
 * for a file.
 */
@Tag("faults")
class HeldUpDatabaseTest {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private Path data;
    private Path gate;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "durability").toAbsolutePath();
        data = folder.resolve("data");
        gate = folder.resolve("gate");
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Files.writeString(programs.resolve("sh"), """
                #!/bin/sh
                while [ ! -e %s ]; do sleep 0.1; done
                exec /bin/sh "$@"
                """.formatted(gate));
        Files.setPosixFilePermissions(programs.resolve("sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        service = new ServiceProcess(data, Map.of("PATH", programs + ":" + System.getenv("PATH")));
        service.start();
        service.awaitStatus("/q/health/live", 200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void evaluationsAreAnsweredAndDecisionsRefusedUntilItRuns() throws Exception {
        assertThat(service.post("/v1/evaluate", Load.evaluation()).statusCode()).isEqualTo(200);
        assertThat(service.status("/q/health/ready")).isEqualTo(503);
        assertThat(service.get("/q/health/ready")).contains("STARTING");
        HttpResponse<String> refused = service.decide("held-up");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("/problems/");
        Files.createFile(gate);
        service.awaitReady();
        assertThat(service.decide("held-up").statusCode()).isEqualTo(201);
    }

    @Test
    @Timeout(180)
    void aStopMeanwhileLeavesNoServerBehind() throws Exception {
        while (Files.notExists(data.resolve("postgres"))) {
            Thread.sleep(20);
        }
        service.terminate();
        assertThat(service.endsWithin(LONGEST_STOP)).isTrue();
        Files.createFile(gate);
        assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                        .commandLine()
                        .filter(command -> command.contains(data.toString()))
                        .isPresent()))
                .isEmpty();
    }
}
