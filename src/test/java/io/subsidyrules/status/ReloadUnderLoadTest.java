package io.subsidyrules.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.rulesets.RulesCopy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a reload every second for a minute, no request fails and no answer mixes two versions. */
@QuarkusTest
@Tag("http")
@TestProfile(OwnRules.Linked.class)
@Tag("long")
class ReloadUnderLoadTest {

    private static final int CLIENTS = 4;
    private static final int SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTING = "hebei-quality-2022/measure-02.drl";
    private static final String REQUEST = """
            { "asOf": "2023-05-01",
              "applicant": { "id": "91130100MA0ABCDE10", "kind": "ENTERPRISE", "divisionCode": "130100",
                             "industry": "MANUFACTURING" },
              "claims": [ { "type": "HostedStandard", "id": "h", "role": "HOST", "level": "INTERNATIONAL" },
                          { "type": "DesignPurchase", "id": "d", "approvedExpenses": 9000000 } ] }
            """;

    /** By version, what the two claims earn by it. */
    private final Map<String, List<String>> earned = new ConcurrentHashMap<>();

    private final AtomicLong answers = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Path link;

    @TestHTTPResource("/v1/evaluate")
    URI evaluate;

    @Inject
    ReloadUnderLoadTest(@ConfigProperty(name = "subsidy.rules") Path link) {
        this.link = link;
    }

    @Test
    void noRequestFailsAndNoAnswerMixesTwoVersions() throws Exception {
        earned.put(SourceFolder.sources(link).version(), List.of("300000.00", "1000000.00"));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<String>>> seen = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                seen.add(clients.submit((Callable<List<String>>) this::ask));
            }
            for (int second = 1; second <= SECONDS; second++) {
                swap(second);
                assertThat(over.await(1, TimeUnit.SECONDS)).isFalse();
            }
        } finally {
            over.countDown();
            clients.shutdown();
        }
        List<String> versions = new ArrayList<>();
        for (Future<List<String>> one : seen) {
            versions.addAll(one.get());
        }
        long distinct = versions.stream().distinct().count();
        System.out.printf("%s answers by %s versions in %s s%n", answers, distinct, SECONDS);
        assertThat(distinct).isGreaterThan(SECONDS / 2);
    }

    /** Another version, in which both amounts are others, takes the place of the one before by swapping the link. */
    private void swap(int second) throws IOException {
        String hosting = String.valueOf(300_000 + second);
        String ceiling = String.valueOf(1_000_000 + second);
        RulesCopy fresh = RulesCopy.at(link.resolveSibling("rules-" + second)).withoutScenarios();
        fresh.edit(HOSTING, "300_000", hosting).edit(RulesCopy.DESIGN, "1_000_000 ) ) );", ceiling + " ) ) );");
        earned.put(SourceFolder.sources(fresh.folder()).version(), List.of(hosting + ".00", ceiling + ".00"));
        Path next = link.resolveSibling("next");
        Files.createSymbolicLink(next, fresh.folder().getFileName());
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Asks until it is over; the versions that answered, in order, each change of version once. */
    private List<String> ask() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(evaluate)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(REQUEST))
                .build();
        List<String> versions = new ArrayList<>();
        while (over.getCount() > 0) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode answer = JSON.readTree(response.body());
            String version = answer.at("/ruleset/version").asText();
            assertThat(earned).containsKey(version);
            for (String amount : earned.getOrDefault(version, List.of())) {
                assertThat(response.body()).contains("\"amount\":" + amount);
            }
            answers.incrementAndGet();
            if (versions.isEmpty() || !versions.get(versions.size() - 1).equals(version)) {
                versions.add(version);
            }
        }
        return versions;
    }
}
