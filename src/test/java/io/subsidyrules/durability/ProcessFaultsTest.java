package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service and its own PostgreSQL are killed and stopped, and nobody hears the answers. */
@Tag("faults")
class ProcessFaultsTest {

    private static final int SERVICE_KILLS = Integer.getInteger("faults.service.kills", 100);
    private static final int POSTGRES_KILLS = Integer.getInteger("faults.postgres.kills", 30);
    private static final int LOST_ANSWERS = Integer.getInteger("faults.lost.answers", 1_000);
    private static final int CLIENTS = 16;

    private final Random random = new Random(5);
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "durability").resolve("data");
        service = new ServiceProcess(data, Map.of());
        service.start();
        service.awaitReady();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theServiceIsKilled() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < SERVICE_KILLS; i++) {
                Thread.sleep(random.nextInt(2_000));
                service.kill();
                service.start();
                service.awaitReady();
            }
        }
        Audit.judge("the service killed", SERVICE_KILLS, load, service);
    }

    @Test
    void postgresIsKilled() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            for (int i = 0; i < POSTGRES_KILLS; i++) {
                Thread.sleep(500 + random.nextInt(1_000));
                List<ProcessHandle> processes = service.postgres();
                // Now the server itself, now one of the processes that work for it.
                ProcessHandle victim = processes.get(i % 2 == 0 ? 0 : random.nextInt(processes.size()));
                victim.destroyForcibly();
                service.awaitReady();
            }
        }
        Audit.judge("PostgreSQL killed", POSTGRES_KILLS, load, service);
    }

    @Test
    void theAnswerIsLostAfterTheCommit() throws Exception {
        Map<String, Load.Acknowledged> acknowledged = new HashMap<>();
        for (int i = 0; i < LOST_ANSWERS; i++) {
            String key = UUID.randomUUID().toString();
            String body = Load.request(key, UUID.randomUUID().toString());
            loseAnswer(key, body);
            HttpResponse<String> again =
                    service.post("/v1/decisions", body, "X-Caller", "load", "Idempotency-Key", key);
            assertThat(again.statusCode()).isEqualTo(201);
            JsonPath decision = JsonPath.from(again.body());
            acknowledged.put(key, new Load.Acknowledged(decision.getString("id"), decision.getString("hash")));
        }
        Audit audit = Audit.of(service);
        audit.holds(acknowledged);
        assertThat(audit.decisions()).hasSize(LOST_ANSWERS);
        audit.tell("the answer lost after the commit", LOST_ANSWERS, acknowledged.size());
    }

    @Test
    void postgresStandsStillForHalfAMinute() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            Thread.sleep(1_000);
            List<ProcessHandle> processes = service.postgres();
            ServiceProcess.signal("STOP", processes);
            try {
                new Outage(service).lasts(Duration.ofSeconds(30));
            } finally {
                ServiceProcess.signal("CONT", processes);
            }
            service.awaitReady();
            Thread.sleep(1_000);
        }
        Audit.judge("PostgreSQL stopped for 30 s", 1, load, service);
    }

    /** Sends a request, and goes away when the first byte of the answer is there: by then it is committed. */
    private void loseAnswer(String key, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            String head = """
                    POST /v1/decisions HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    X-Caller: load\r
                    Idempotency-Key: %s\r
                    Content-Length: %s\r
                    \r
                    """.formatted(key, content.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo('H');
        }
    }
}
