package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The packaged service is killed while many decide against the limits of a few firms: none is paid a fen beyond its limit, and each
 * that asked for more has all of it.
 */
@Tag("faults")
class LimitFaultsTest {

    private static final int KILLS = Integer.getInteger("faults.limit.kills", 30);
    private static final int CLIENTS = 16;

    /** Of 30,000.01 yuan each: a third of them find nothing left. */
    private static final int OF_A_FIRM = 50;

    private static final BigDecimal LIMIT = new BigDecimal("1000000.00");
    private static final Set<Integer> PASSING = Set.of(408, 409, 429, 503);

    private final AtomicLong number = new AtomicLong();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    @Test
    void noFirmIsPaidBeyondItsLimitWhereTheServiceIsKilled() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "limits").resolve("data");
        try (ServiceProcess service =
                new ServiceProcess(data, Map.of("SUBSIDY_RULES", "src/test/resources/recorded-limits"))) {
            service.start();
            service.awaitReady();
            List<Thread> clients = clients(service);
            Random random = new Random(7);
            for (int i = 0; i < KILLS; i++) {
                Thread.sleep(random.nextInt(2_000));
                service.kill();
                service.start();
                service.awaitReady();
            }
            stopped = true;
            for (Thread client : clients) {
                client.join(60_000);
            }
            assertThat(failures).isEmpty();
            judge(Audit.of(service));
        }
    }

    private void judge(Audit audit) {
        assertThat(audit.verification().finding().map(finding -> finding.sentence(Language.EN)))
                .isEmpty();
        Map<String, BigDecimal> paid = new HashMap<>();
        Map<String, Integer> asked = new HashMap<>();
        Map<String, String> recorded = new HashMap<>();
        for (Entry decision : audit.decisions()) {
            String firm = JsonPath.from(text("request", decision)).getString("applicant.id");
            paid.merge(firm, new BigDecimal(text("total", decision)), BigDecimal::add);
            asked.merge(firm, 1, Integer::sum);
            assertThat(recorded.put(text("reference", decision), text("id", decision)))
                    .isNull();
        }
        assertThat(recorded).containsAllEntriesOf(acknowledged);
        paid.forEach((firm, sum) -> {
            assertThat(sum).as(firm).isLessThanOrEqualTo(LIMIT);
            if (asked.getOrDefault(firm, 0) >= 34) {
                assertThat(sum).as(firm).isEqualByComparingTo(LIMIT);
            }
        });
        assertThat(paid.values()).anyMatch(sum -> sum.compareTo(LIMIT) == 0);
        System.out.printf(
                "the service killed under limits: %s times; acknowledged %s, recorded %s for %s firms, none beyond %s%n",
                KILLS, acknowledged.size(), audit.decisions().size(), paid.size(), LIMIT);
    }

    private static String text(String name, Entry entry) {
        return Objects.requireNonNull(entry.members().get(name)).toString();
    }

    private List<Thread> clients(ServiceProcess service) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> work(service), "client-" + i);
            client.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
        return clients;
    }

    private void work(ServiceProcess service) {
        while (!stopped) {
            String name = UUID.randomUUID().toString();
            String body = """
                    { "reference": "%1$s", "asOf": "2025-05-01", "applicant": { "id": "firm %2$s" },
                      "claims": [ { "type": "Project", "id": "c", "number": "%1$s", "cost": 30000.01 } ] }""".formatted(name, number.getAndIncrement() / OF_A_FIRM);
            while (!sent(service, name, body)) {
                pause();
            }
        }
    }

    private boolean sent(ServiceProcess service, String name, String body) {
        try {
            HttpResponse<String> answer =
                    service.post("/v1/decisions", body, "X-Caller", "load", "Idempotency-Key", name);
            if (answer.statusCode() == 201) {
                acknowledged.put(name, JsonPath.from(answer.body()).getString("id"));
            } else if (!PASSING.contains(answer.statusCode())) {
                throw new AssertionError("%s: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.statusCode() == 201;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
