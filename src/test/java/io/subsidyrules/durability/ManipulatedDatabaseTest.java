package io.subsidyrules.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.Head;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The superuser of the packaged service's database changes it, with triggers and foreign keys off: the running service finds
 * it, records and signs nothing, and goes on by itself once it is put back; one that is started on it finds it, too.
 */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManipulatedDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String NEWEST_DELETED =
            "delete from ledger_entry where sequence = (select max(sequence) from ledger_entry)";

    private static final List<String> TABLES = List.of(
            "ledger_entry",
            "decision",
            "tag",
            "decision_tag",
            "decision_division",
            "decision_total",
            "award",
            "revocation",
            "revoked_claim",
            "project_award",
            "paid_project",
            "project_form",
            "project_keys",
            "idempotency_key",
            "ruleset");

    private final Path data;
    private final ServiceProcess service;

    ManipulatedDatabaseTest() throws Exception {
        data = Files.createTempDirectory(Path.of("target"), "manipulated")
                .toAbsolutePath()
                .resolve("data");
        service = new ServiceProcess(data, Map.of());
    }

    @BeforeAll
    void record() throws Exception {
        service.start();
        service.awaitReady();
        for (int i = 0; i < 6; i++) {
            String id = JsonPath.from(decide()).getString("id");
            if (i % 2 == 0) {
                String claim = i == 0 ? ", \"claim\": 0" : "";
                assertThat(service.post(
                                        "/v1/decisions/" + id + "/revocation",
                                        "{\"reason\": \"withdrawn\"" + claim + "}",
                                        "X-Caller",
                                        "portal")
                                .statusCode())
                        .isEqualTo(201);
            }
        }
        try (Connection connection = connected()) {
            execute(connection, "create schema kept");
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from paid_project where decision = (select max(decision) from paid_project)",
                "delete from paid_project where decision = (select min(decision) from paid_project)",
                "delete from idempotency_key where sequence = (select max(sequence) from idempotency_key)",
                "update idempotency_key set fingerprint = sha256(fingerprint)",
                "insert into idempotency_key select caller, 'other', fingerprint, sequence from idempotency_key limit 1",
                "update decision set total = 99999999 where sequence = (select max(sequence) from decision)",
                "delete from decision where sequence = (select min(sequence) from decision)",
                "update award set amount = 99999999 where sequence = (select max(sequence) from award)",
                "insert into revoked_claim select max(decision.sequence), 0, max(revocation.sequence) from decision, revocation",
                "delete from revoked_claim",
                "delete from revocation",
                "delete from decision_tag where sequence = (select max(sequence) from decision_tag)",
                "insert into tag values (9999, 'p', 'i', 'ELIGIBLE')",
                "insert into project_award select project, 0, decision, claim, applicant from paid_project limit 1",
                "insert into project_form values (99)",
                "update project_keys set keys = 'other'",
                "update ruleset set sources = sha256(sources)",
                "update ledger_entry set recorded_at = recorded_at + interval '1 second' where sequence = 3",
                "update ledger_entry set content = replace(content, '300000', '900000') where sequence = 3",
                "delete from ledger_entry where sequence = 4",
                NEWEST_DELETED,
                "update ledger_entry one set content = other.content, hash = other.hash, recorded_at = other.recorded_at, kind = other.kind from ledger_entry other where one.sequence in (3, 5) and other.sequence = 8 - one.sequence",
                "truncate ledger_entry, decision, revocation, award, revoked_claim, project_award, paid_project, project_keys, idempotency_key, ruleset cascade"
            })
    void aChangeIsFoundAndEndsWhenItIsPutBack(String change) throws Exception {
        try (Connection connection = connected()) {
            keep(connection);
            long from = System.nanoTime();
            execute(connection, change);
            await("DOWN", change);
            long found = millis(from);
            assertThat(service.decide("portal").statusCode()).isEqualTo(503);
            assertThat(service.status("/v1/ledger/checkpoint")).isEqualTo(503);
            // A list that lacks the newest decision would be none.
            boolean lacking = change.equals(NEWEST_DELETED) || change.startsWith("truncate ledger_entry");
            assertThat(service.status("/v1/decisions")).isEqualTo(lacking ? 503 : 200);
            from = System.nanoTime();
            putBack(connection);
            await("UP", change);
            System.out.printf("| `%s` | %s ms | %s ms |%n", change, found, millis(from));
            decide();
            assertThat(service.status("/v1/ledger/checkpoint")).isEqualTo(200);
        }
    }

    /** The chain has no key, and an entry that is chained well is one of the service's only where it is sealed. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void anEntryOfSomebodyElseIsFoundAtTheEnd(boolean restarted) throws Exception {
        try (Connection connection = connected()) {
            keep(connection);
            append(connection);
        }
        if (restarted) {
            service.close();
            service.start();
        }
        await("DOWN", "append");
        assertThat(service.decide("portal").statusCode()).isEqualTo(503);
        assertThat(service.status("/v1/ledger/checkpoint")).isEqualTo(503);
        try (Connection connection = connected()) {
            putBack(connection);
        }
        await("UP", "append");
        decide();
    }

    /** With the end that is kept beside the key, or after somebody removed that, too; without the key nothing is recorded anyhow. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from paid_project where decision = (select min(decision) from paid_project) | none",
                "delete from idempotency_key where sequence = (select max(sequence) from idempotency_key) | none",
                NEWEST_DELETED + " | none",
                NEWEST_DELETED + " | ledger-key.pem.head",
                "delete from paid_project where decision = (select min(decision) from paid_project) | ledger-key.pem.head",
                "update ledger_entry set content = replace(content, '300000', '900000') where sequence = 3 | ledger-key.pem.head",
                "delete from ledger_entry where sequence = 4 | ledger-key.pem.head",
                "update decision set total = 1 where sequence = 3 | ledger-key.pem"
            })
    void aServiceThatIsStartedOnItFindsItToo(String change, String removed) throws Exception {
        try (Connection connection = connected()) {
            keep(connection);
            execute(connection, change);
        }
        service.close();
        Path file = data.resolve(removed);
        Path aside = data.resolve("aside");
        if (Files.exists(file)) {
            Files.move(file, aside);
        }
        service.start();
        await("DOWN", change);
        assertThat(service.decide("portal").statusCode()).isEqualTo(503);
        assertThat(service.status("/v1/ledger/checkpoint")).isEqualTo(503);
        try (Connection connection = connected()) {
            putBack(connection);
        }
        if (Files.exists(aside)) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        await("UP", change);
        decide();
    }

    private void append(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select content from ledger_entry where kind = 'DECISION' order by sequence limit 1), content from ledger_entry order by sequence desc limit 1")) {
            rows.next();
            Map<String, Object> members =
                    new HashMap<>(Entry.read(rows.getString(1)).members());
            members.put("id", UUID.randomUUID().toString());
            Entry last = Entry.read(rows.getString(2));
            Entry forged = Head.of(last).next(EntryKind.DECISION, members, last.recordedAt());
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into ledger_entry values (?, ?, ?, ?, ?)")) {
                insert.setLong(1, forged.sequence());
                insert.setString(2, forged.kind().name());
                insert.setObject(3, forged.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setString(4, forged.hash());
                insert.setString(5, forged.json());
                insert.execute();
            }
        }
    }

    private static void keep(Connection connection) throws SQLException {
        for (String table : TABLES) {
            execute(connection, "drop table if exists kept." + table);
            execute(connection, "create table kept.%s as select * from public.%s".formatted(table, table));
        }
    }

    private static void putBack(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        execute(connection, "truncate " + String.join(", ", TABLES));
        for (String table : TABLES) {
            execute(connection, "insert into public.%s select * from kept.%s".formatted(table, table));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connected() throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%s/postgres"
                                .formatted(Files.readString(data.resolve("postgres.port"))
                                        .strip()),
                        "postgres",
                        Files.readString(data.resolve("postgres.password")).strip());
                execute(connection, "set session_replication_role = replica");
                return connection;
            } catch (SQLException starting) {
                if (System.nanoTime() > until) {
                    throw starting;
                }
                Thread.sleep(100);
            }
        }
    }

    private void await(String status, String change) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<String> seen = Optional.empty();
        while (!seen.equals(Optional.of(status))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("After \"%s\" the ledger is %s, not %s: %s"
                        .formatted(change, seen, status, service.get("/q/health/ready")));
            }
            Thread.sleep(50);
            if (service.status("/q/health/ready") != 0) {
                seen = judged();
            }
        }
    }

    /** What readiness says of the ledger, once the service has looked at it: until then it is down for that alone. */
    private Optional<String> judged() throws Exception {
        JsonPath ready = JsonPath.from(service.get("/q/health/ready"));
        String reason = ready.getString("checks.find { it.name == 'ledger' }.data?.reason");
        return Optional.ofNullable(ready.getString("checks.find { it.name == 'ledger' }.status"))
                .filter(status -> reason == null || !reason.startsWith("The service has not yet"));
    }

    /** A decision, which is recorded. */
    private String decide() throws Exception {
        HttpResponse<String> decided = service.decide("portal");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        return decided.body();
    }

    private static long millis(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis();
    }
}
