package io.subsidyrules.recording.integrity;

import static io.restassured.RestAssured.given;
import static io.subsidyrules.api.Api.decide;
import static io.subsidyrules.api.Api.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import io.subsidyrules.ledger.HeadFile;
import io.subsidyrules.ledger.SigningKey;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who can write to the database, and has no key, cuts, rewrites or forges the end of the ledger. */
@QuarkusTest
@Tag("http")
class ForgedEndTest {

    private final Path key;

    @TempDir
    Path folder;

    private @Nullable Connection connected;
    private @Nullable Entry last;

    @Inject
    ForgedEndTest(@ConfigProperty(name = "subsidy.ledger.key") Path key) {
        this.key = key;
    }

    @BeforeEach
    void aDecisionIsRecorded() throws Exception {
        TestDatabase.await();
        decided();
        connected = TestDatabase.owner();
        try (Statement statement = connection().createStatement()) {
            statement.execute("set session_replication_role = replica");
            try (ResultSet row =
                    statement.executeQuery("select content from ledger_entry order by sequence desc limit 1")) {
                assertThat(row.next()).isTrue();
                last = Entry.read(row.getString(1));
            }
        }
    }

    @AfterEach
    void theLedgerIsPutRight() throws Exception {
        run("delete from ledger_entry where sequence >= " + newest().sequence());
        insert(newest(), newest().json());
        connection().close();
        given().get("/v1/ledger/checkpoint").then().statusCode(200).body("hash", equalTo(newest().hash()));
        given().get("/q/health/ready").then().statusCode(200);
        decided().then().body("previousHash", equalTo(newest().hash()));
    }

    private Connection connection() {
        return Objects.requireNonNull(connected);
    }

    private Entry newest() {
        return Objects.requireNonNull(last);
    }

    @Test
    void anEndThatWasCutIsNeitherSignedNorGoneOnFrom() throws Exception {
        run("delete from ledger_entry where sequence = " + newest().sequence());
        given().get("/v1/decisions").then().statusCode(503);
        noticedAs("lacks what was recorded");
        refusedAs("lacks what was recorded");
        for (String form : List.of("application/json", "application/x-ndjson", "text/csv")) {
            given().accept(form).get("/v1/decisions").then().statusCode(503);
        }
        assertThat(started(true)).contains(Reason.OTHER_LEDGER);
        assertThat(started(false)).as("an older copy, restored on purpose").isEmpty();
    }

    @Test
    void anEndThatWasRewrittenIsNeitherSignedNorGoneOnFrom() throws Exception {
        Map<String, Object> members = new HashMap<>(newest().members());
        members.put("caller", "nobody");
        replace(Entry.of(
                newest().kind(), members, newest().sequence(), newest().recordedAt(), newest().previousHash()));
        refusedAs("is another");
        given().get("/v1/decisions").then().statusCode(503);
        assertThat(started(true)).contains(Reason.OTHER_LEDGER);
        assertThat(started(false)).as("without a seal").contains(Reason.ALTERED_LEDGER);
    }

    @Test
    void anEndThatWasAlteredUnderItsHashIsNeitherSignedNorGoneOnFrom() throws Exception {
        run("update ledger_entry set content = replace(content, 'portal', 'porter') where sequence = "
                + newest().sequence());
        refusedAs("was altered");
        assertThat(started(true)).contains(Reason.ALTERED_LEDGER);
    }

    @Test
    void anEndThatIsFoundByAnotherTimeIsNeitherSignedNorGoneOnFrom() throws Exception {
        run("update ledger_entry set recorded_at = recorded_at - interval '1 year' where sequence = "
                + newest().sequence());
        refusedAs("was altered");
    }

    @Test
    void anEntryThatWasAppendedWithoutTheKeyIsNeitherSignedNorGoneOnFrom() throws Exception {
        Entry forged = Head.of(newest()).next(EntryKind.DECISION, decision(), newest().recordedAt());
        insert(forged, forged.json());
        refusedAs("not sealed");
        assertThat(started(true)).contains(Reason.ALTERED_LEDGER);
        assertThat(started(false)).contains(Reason.ALTERED_LEDGER);
    }

    @Test
    void anEntryThatAnotherKeySealedIsNeitherSignedNorGoneOnFrom() throws Exception {
        Entry forged = Head.of(newest())
                .next(EntryKind.DECISION, decision(), newest().recordedAt())
                .sealedBy(SigningKey.generate());
        insert(forged, forged.json());
        refusedAs("forged");
        assertThat(started(true)).contains(Reason.ALTERED_LEDGER);
        assertThat(started(false)).contains(Reason.ALTERED_LEDGER);
    }

    @Test
    void aKeyThatTheLedgersHasNotSignedSealsNothing() throws Exception {
        SigningKey thief = SigningKey.generate();
        Entry forged = Head.of(newest())
                .next(EntryKind.KEY, thief.firstEntry(), newest().recordedAt())
                .sealedBy(thief);
        insert(forged, forged.json());
        refusedAs("has not signed");
        assertThat(started(true)).contains(Reason.ALTERED_LEDGER);
    }

    @Test
    void aDamagedFileOfTheEndKeepsNoServiceFromStarting() throws Exception {
        Path copy = Files.copy(key, folder.resolve("key.pem"));
        Files.writeString(folder.resolve("key.pem.head"), "{\"hash\":\"");
        assertThat(refusal(copy)).isEmpty();
        Files.delete(copy);
    }

    private static void refusedAs(String reason) {
        given().get("/v1/ledger/checkpoint").then().statusCode(503);
        assertThat(told()).contains(reason);
        given().get("/q/health/ready").then().statusCode(503);
        decide().then().statusCode(503);
        given().get("/v1/ledger/head").then().statusCode(200);
    }

    /** Without a write, and though nobody asks for a checkpoint. */
    private static void noticedAs(String reason) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until && !told().contains(reason)) {
            Thread.sleep(20);
        }
        assertThat(told()).contains(reason);
    }

    private static String told() {
        String reason = given().get("/q/health/ready").path("checks.find { it.name == 'ledger' }.data.reason");
        return Optional.ofNullable(reason).orElse("");
    }

    /** What a service that starts now says of the ledger. */
    private Optional<Reason> started(boolean kept) throws Exception {
        Path copy = folder.resolve("key.pem");
        Files.deleteIfExists(copy);
        Files.copy(key, copy);
        HeadFile file = new HeadFile(copy);
        Files.deleteIfExists(file.path());
        if (kept) {
            Files.copy(new HeadFile(key).path(), file.path());
        }
        return refusal(copy);
    }

    private Optional<Reason> refusal(Path copy) throws Exception {
        HeadKeeper keeper = new HeadKeeper(copy);
        try {
            return new LedgerContinuity(keeper, new LedgerSigner(copy), new SuspectEntries(), new AuditReport(0))
                    .refusal(new Sql(connection()));
        } finally {
            keeper.close();
        }
    }

    private static Map<String, Object> decision() {
        Map<String, Object> members = new HashMap<>();
        for (String name : new String[] {"caller", "language", "ruleset", "service", "request", "result"}) {
            members.put(name, "x");
        }
        members.put("id", UUID.randomUUID().toString());
        members.put("earlierAwards", List.of());
        members.put("projects", List.of());
        return members;
    }

    private void replace(Entry entry) throws SQLException {
        run("delete from ledger_entry where sequence = " + entry.sequence());
        insert(entry, entry.json());
    }

    private void insert(Entry entry, String content) throws SQLException {
        try (PreparedStatement insert = connection()
                .prepareStatement(
                        "insert into ledger_entry (sequence, kind, recorded_at, hash, content) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.sequence());
            insert.setString(2, entry.kind().name());
            insert.setObject(3, entry.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(4, entry.hash());
            insert.setString(5, content);
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
