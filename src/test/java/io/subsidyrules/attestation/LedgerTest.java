package io.subsidyrules.attestation;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.ledger.Checkpoint;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Keys;
import io.subsidyrules.ledger.verify.Verification;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.text.Language;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/ledger} as another office fetches it, and checks it by itself. */
@QuarkusTest
@Tag("http")
class LedgerTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource source;

    @BeforeEach
    void theDatabaseIsThere() throws InterruptedException {
        TestDatabase.await();
        decided();
    }

    @Test
    void theHeadIsTheLastEntry() {
        String hash = decided().path("hash");
        given().get("/v1/ledger/head").then().statusCode(200).body("hash", equalTo(hash));
    }

    @Test
    void anExportIsWholeAndMeetsTheCheckpointsAndTheKeys() throws Exception {
        Checkpoint checkpoint = checkpoint();
        decided();
        Verification found = verified(export(1), List.of(checkpoint, checkpoint()), Optional.of(keys()), 1);
        assertThat(found.finding().map(finding -> finding.sentence(Language.EN)))
                .isEmpty();
        assertThat(found.met()).hasSize(2);
    }

    @Test
    void anExportCanBeginAnywhere() throws Exception {
        long head = checkpoint().sequence();
        String export = export(head - 1);
        assertThat(export.lines()).hasSize(2);
        assertThat(verified(export, List.of(), Optional.empty(), head - 1).finding())
                .isEmpty();
        assertThat(export(head + 1)).isEmpty();
        given().get("/v1/ledger?from=" + (head + 2)).then().statusCode(400);
    }

    @Test
    void anExportIsNamedByItsEntries() throws Exception {
        long head = checkpoint().sequence();
        for (Map.Entry<Long, String> name : Map.of(
                        1L,
                        "ledger-1-%s.ndjson".formatted(head),
                        head,
                        "ledger-%s-%s.ndjson".formatted(head, head),
                        head + 1,
                        "ledger-%s.ndjson".formatted(head + 1))
                .entrySet()) {
            given().get("/v1/ledger?from=" + name.getKey())
                    .then()
                    .header("Content-Disposition", equalTo("attachment; filename=\"%s\"".formatted(name.getValue())));
        }
    }

    @Test
    void theFirstEntriesNameTheKeyAndTheRuleset() {
        List<EntryKind> kinds =
                export(1).lines().limit(2).map(Entry::read).map(Entry::kind).toList();
        assertThat(kinds).containsExactly(EntryKind.KEY, EntryKind.RULESET);
    }

    @Test
    void anExportWithoutItsTailIsShownUpByACheckpoint() throws Exception {
        decided();
        Checkpoint checkpoint = checkpoint();
        String export = export(1);
        String cut = export.substring(0, export.lastIndexOf('\n', export.length() - 2) + 1);
        assertThat(verified(cut, List.of(), Optional.of(keys()), 1).finding()).isEmpty();
        assertThat(verified(cut, List.of(checkpoint), Optional.of(keys()), 1).finding())
                .isPresent();
    }

    @Test
    void aNewKeyIsSignedByTheOldOneAndSignsFromThenOn() throws Exception {
        Checkpoint before = checkpoint();
        Path file = Path.of("target", "database", "ledger-key.pem.rotate");
        Files.createFile(file);
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (Files.exists(file) && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        decided();
        Checkpoint after = checkpoint();
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(verified(export(1), List.of(before, after), Optional.of(keys()), 1)
                        .finding())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set content = '{}'",
                "delete from ledger_entry",
                "truncate ledger_entry cascade",
                "update decision set applicant = ''",
                "delete from paid_project",
                "update award set amount = 0",
                "delete from revoked_claim",
                "delete from idempotency_key",
                "delete from ruleset"
            })
    void nothingIsChangedOrDeleted(String sql) throws SQLException {
        try (Connection connection = TestDatabase.owner();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("only grows");
        }
    }

    /** The database refuses it, whoever asks and whatever the service believes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aProjectWithAStandingAwardGetsNoOther(int later) throws SQLException {
        decided();
        String sql = """
                insert into paid_project
                select form, look_alike, round + %s, project, decision, claim, applicant from paid_project standing
                where not exists (select from revoked_claim revoked where revoked.decision = standing.decision)
                order by decision desc limit 1""".formatted(later);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("23505"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1.5", "9999999999999999", ""})
    void aFromThatIsNoSequenceIsRefused(String from) {
        given().queryParam("from", from)
                .get("/v1/ledger")
                .then()
                .statusCode(400)
                .body("detail", containsString("from"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "checkpoint", "keys"})
    void otherQueriesAreRefused(String page) {
        given().get("/v1/ledger/" + page + "?from=1").then().statusCode(400);
    }

    private static Verification verified(String export, List<Checkpoint> checkpoints, Optional<Keys> keys, long from)
            throws Exception {
        return new Verifier(checkpoints, keys, from)
                .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
    }

    private static String export(long from) {
        byte[] body = given().get("/v1/ledger?from=" + from)
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.read(given().get("/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Keys keys() {
        return Keys.read(
                given().get("/v1/ledger/keys").then().statusCode(200).extract().asString());
    }
}
