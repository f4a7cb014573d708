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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is left after faults, with the packaged service and its own PostgreSQL as real processes: nothing that was
 * acknowledged is lost, and nothing is there twice. Each test prints how many faults it made.
 */
@Tag("faults")
class DurabilityTest {

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
                Thread.sleep(random.nextInt(500));
                service.kill();
                service.start();
                service.awaitReady();
            }
        }
        judge("the service killed", SERVICE_KILLS, load);
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
        judge("PostgreSQL killed", POSTGRES_KILLS, load);
    }

    @Test
    void theAnswerIsLostAfterTheCommit() throws Exception {
        Map<String, Load.Acknowledged> acknowledged = new HashMap<>();
        for (int i = 0; i < LOST_ANSWERS; i++) {
            String key = UUID.randomUUID().toString();
            String body = Load.request(UUID.randomUUID().toString());
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
        tell(
                "the answer lost after the commit",
                LOST_ANSWERS,
                LOST_ANSWERS,
                audit.decisions().size());
    }

    @Test
    void postgresStandsStillForHalfAMinute() throws Exception {
        Load load = new Load(service, CLIENTS);
        try (load) {
            Thread.sleep(1_000);
            List<ProcessHandle> processes = service.postgres();
            signal("STOP", processes);
            try {
                long until = System.nanoTime() + 30_000_000_000L;
                service.awaitStatus("/q/health/ready", 503);
                while (System.nanoTime() < until) {
                    long sent = System.nanoTime();
                    HttpResponse<String> decision =
                            service.post("/v1/decisions", Load.request("x"), "X-Caller", "still");
                    assertThat(decision.statusCode()).isEqualTo(503);
                    assertThat(System.nanoTime() - sent).isLessThan(2_000_000_000L);
                    assertThat(decision.headers().firstValue("Retry-After")).isPresent();
                    assertThat(service.post("/v1/evaluate", Load.request("x")).statusCode())
                            .isEqualTo(200);
                    assertThat(service.status("/q/health/live")).isEqualTo(200);
                    assertThat(service.status("/q/health/ready")).isEqualTo(503);
                    Thread.sleep(200);
                }
            } finally {
                signal("CONT", processes);
            }
            service.awaitReady();
            Thread.sleep(1_000);
        }
        judge("PostgreSQL stopped for 30 s", 1, load);
    }

    private void judge(String fault, int times, Load load) throws Exception {
        service.awaitReady();
        Audit audit = Audit.of(service);
        audit.holds(load.acknowledged());
        assertThat(load.acknowledged()).isNotEmpty();
        tell(
                fault + " (" + load.repeats() + " requests sent again)",
                times,
                load.acknowledged().size(),
                audit.decisions().size());
    }

    private static void tell(String fault, int times, int acknowledged, int recorded) {
        System.out.printf(
                "%s: %s times; acknowledged %s, lost 0, duplicated 0; recorded %s%n",
                fault, times, acknowledged, recorded);
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

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
