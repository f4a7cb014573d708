package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.recording.integrity.UnsealedLedger;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service on a data folder that was recorded in before commits were sealed: it opens it, and goes on. */
@Tag("faults")
class UnsealedLedgerFaultsTest {

    @Test
    void itOpensVerifiesReplaysToTheByteAndGoesOnWithSeals() throws Exception {
        Path data = Files.createTempDirectory(Path.of("target"), "unsealed").resolve("data");
        try (OwnPostgres postgres = OwnPostgres.in(data)) {
            UnsealedLedger.fill(postgres.settings());
        }
        UnsealedLedger.copyKey(data.resolve("ledger-key.pem"));
        try (ServiceProcess service = new ServiceProcess(data, Map.of())) {
            service.start();
            service.awaitReady();
            List<String> before = service.get("/v1/ledger")
                    .lines()
                    .limit(UnsealedLedger.ENTRIES)
                    .toList();
            for (String line : before) {
                replayed(line, service);
            }
            sentAgain(before.get(2), service);
            JsonPath again = decide("again", "gb/t 70003—2023", service);
            assertThat(again.getString("earlierAwards[0].decision"))
                    .as("paid before")
                    .isEqualTo(JsonPath.from(before.get(6)).getString("id"));
            decide("new", "GB/T 70009-2023", service);
            service.terminate();
            assertThat(service.endsWithin(Duration.ofMinutes(1))).isTrue();
            service.start();
            service.awaitReady();
            List<String> lines = service.get("/v1/ledger").lines().toList();
            assertThat(lines.subList(0, UnsealedLedger.ENTRIES)).isEqualTo(before);
            verified(lines, Checkpoint.read(service.get("/v1/ledger/checkpoint")));
        }
    }

    private static void replayed(String line, ServiceProcess service) throws Exception {
        JsonPath entry = JsonPath.from(line);
        if (!entry.getString("kind").equals("DECISION")) {
            return;
        }
        String path = "/v1/decisions/" + entry.getString("id");
        assertThat(service.get(path))
                .contains("\"hash\":\"%s\"".formatted(entry.getString("hash")))
                .contains(entry.getString("result"));
        HttpResponse<String> replay = service.post(path + "/replay", "");
        assertThat(replay.statusCode()).as(replay.body()).isEqualTo(200);
        assertThat(JsonPath.from(replay.body()).getBoolean("sameTexts"))
                .as(replay.body())
                .isTrue();
    }

    /** The very same request, with its key. */
    private static void sentAgain(String line, ServiceProcess service) throws Exception {
        JsonPath entry = JsonPath.from(line);
        HttpResponse<String> again = service.post(
                "/v1/decisions",
                entry.getString("request"),
                "X-Caller",
                entry.getString("caller"),
                "Idempotency-Key",
                "\"%s\"".formatted(entry.getString("idempotencyKey")));
        assertThat(JsonPath.from(again.body()).getString("id")).as(again.body()).isEqualTo(entry.getString("id"));
    }

    private static JsonPath decide(String reference, String standard, ServiceProcess service) throws Exception {
        HttpResponse<String> decided =
                service.post("/v1/decisions", Load.request(reference, standard), "X-Caller", "portal");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        return JsonPath.from(decided.body());
    }

    private static void verified(List<String> lines, Checkpoint now) throws Exception {
        Checkpoint before = Checkpoint.read(UnsealedLedger.text("checkpoint.json"));
        Verification seen = new Verifier(
                        List.of(before, now), Optional.of(Keys.read(UnsealedLedger.text("keys.json"))), 1)
                .verify(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(seen.finding()).isEmpty();
        assertThat(seen.met()).contains(before, now);
        assertThat(seen.seals().first())
                .hasValueSatisfying(first -> assertThat(first).isGreaterThan(UnsealedLedger.ENTRIES));
        assertThat(seen.entries()).isEqualTo(lines.size());
    }
}
