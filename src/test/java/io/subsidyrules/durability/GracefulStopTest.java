package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service gets SIGTERM while it is asked: what it accepted is answered, and what is new is refused. */
@Tag("faults")
class GracefulStopTest {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    /** As much as the deployments of a service with its own PostgreSQL give it. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private ServiceProcess service;
    private Path data;

    @BeforeEach
    void start() throws Exception {
        data = Files.createTempDirectory(Path.of("target"), "durability").resolve("data");
        service = new ServiceProcess(data, Map.of("QUARKUS_SHUTDOWN_DELAY", "1s"));
        service.start();
        service.awaitReady();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatWasAcceptedIsAnsweredAndWhatIsNewIsRefused() throws Exception {
        String reference = UUID.randomUUID().toString();
        try (Socket decision = begun("/v1/decisions", Load.request(reference, reference));
                Socket evaluation = begun("/v1/evaluate", Load.evaluation())) {
            service.terminate();
            service.awaitStatus("/q/health/ready", 503);
            awaitRefusal();
            assertThat(ended(decision)).startsWith("HTTP/1.1 201 ").containsIgnoringCase("connection: close");
            assertThat(ended(evaluation)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(service.endsWithin(LONGEST_STOP)).isTrue();
        assertThat(log()).doesNotContain("Exception").doesNotContain("ERROR");
        service.start();
        service.awaitReady();
        assertThat(service.get("/v1/decisions?reference=" + reference)).contains(reference);
    }

    @Test
    void underLoadNothingThatWasAcknowledgedIsLost() throws Exception {
        Load load = new Load(service, 8);
        try (load) {
            load.awaitMore(200);
            service.terminate();
            assertThat(service.endsWithin(LONGEST_STOP)).isTrue();
            assertThat(load.cutOff()).isZero();
            assertThat(log()).doesNotContain("Exception");
            service.start();
            service.awaitReady();
            load.awaitMore(300);
        }
        Audit.judge("the service stopped", 1, load, service);
    }

    @Test
    void aDatabaseThatHangsDelaysTheStopNoLongerThanDeploymentsWait() throws Exception {
        List<ProcessHandle> postgres = service.postgres();
        ServiceProcess.signal("STOP", postgres);
        try {
            service.terminate();
            assertThat(service.endsWithin(BOUND)).isTrue();
        } finally {
            ServiceProcess.signal("CONT", postgres);
        }
        assertThat(log()).doesNotContain("Exception").contains("is left alone");
        service.start();
        service.awaitReady();
    }

    /** Until the service no longer listens; before, it still answers. */
    private void awaitRefusal() throws InterruptedException {
        boolean listens = true;
        while (listens) {
            try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                listens = connection.isConnected();
            } catch (IOException refused) {
                listens = false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** A request of whose body the last byte is missing. */
    private Socket begun(String path, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nX-Caller: load\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s"
                                .formatted(path, body.length() + 1, body)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The answer, once the last byte is there too. */
    private static String ended(Socket request) throws IOException {
        request.getOutputStream().write(' ');
        InputStream in = request.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String log() throws IOException {
        return Files.readString(data.resolveSibling(data.getFileName() + ".log"));
    }
}
