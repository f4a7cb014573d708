package io.subsidyrules.audit;

import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.PoundGrants;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.write.TestRecording;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever is superuser of the database changes what he likes, with triggers and foreign keys off, in a ledger that has
 * decisions of the first version and of this one: each change is found.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManipulatedTablesTest {

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
            "countable_award",
            "countable_form",
            "project_keys",
            "idempotency_key",
            "ruleset");

    /** Of each table, so many rows are tried. */
    private static final int ROWS = Integer.getInteger("manipulated.rows", 1);

    private final OwnPostgres postgres;
    private final Map<String, Map<String, String>> declared = new HashMap<>();
    private Connection connection;

    ManipulatedTablesTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    /** A column of a table, by its name and its type in PostgreSQL. */
    private record Column(String name, String type) {

        /** Another value. */
        String other() {
            return switch (type) {
                case "text" -> "'x' || coalesce(%s, '')".formatted(name);
                case "int2", "int4", "int8" -> name + " + 1000";
                case "numeric" -> "coalesce(%s, 0) + 0.01".formatted(name);
                case "uuid" -> "gen_random_uuid()";
                case "timestamptz" -> name + " + interval '1 microsecond'";
                case "date" -> name + " + 1";
                case "_int8" -> "array_append(%s, 1)".formatted(name);
                case "bytea" -> "sha256(%s)".formatted(name);
                default -> "array_append(%s, 'OTHER')".formatted(name);
            };
        }
    }

    @BeforeAll
    void record() throws Exception {
        connection = TestDatabase.connected(postgres.settings(), "postgres");
        Flyway flyway = Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), "postgres"),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")))
                .load();
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target("2")
                .load()
                .migrate();
        try (Statement statement = connection.createStatement();
                BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(
                                ManipulatedTablesTest.class.getResourceAsStream("/ledger-before/ledger.sql.gz"))),
                        StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                statement.addBatch(row);
            }
            statement.executeBatch();
        }
        flyway.migrate();
        TestRecording.enterKnownProjects(connection);
        byte[] sources = sql().query("select sources from ruleset", row -> row.getBytes(1))
                .get(0);
        RuleSources withPounds = PoundGrants.beside(SourceArchive.read(sources));
        try (Ruleset pounds = Ruleset.of(withPounds)) {
            TestRecording recording = new TestRecording(connection, pounds);
            recording.keep(withPounds);
            recording.decide(
                    "k4",
                    request(
                                    hosted("a", "GB/T 90007-2023"),
                                    claim("Socket", "b").with("site", "A").with("cost", 400))
                            .asOf("2023-05-01")
                            .json());
        }
        try (Ruleset ruleset = Ruleset.of(SourceArchive.read(sources))) {
            TestRecording recording = new TestRecording(connection, ruleset);
            recording.decide("k1", body("GB/T 90001-2023", "GB/T 90002-2023"));
            UUID revoked = recording.decide("", body("GB/T 90003-2023", "GB/T 90004-2023"));
            recording.revoke(revoked, Optional.of(1));
            recording.decide("k2", body("GB/T 90004-2023", "GB/T 90002-2023"));
            recording.revoke(recording.decide("k3", body("GB/T 90005-2023", "GB/T 90006-2023")), Optional.empty());
        }
        connection.setAutoCommit(false);
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
    }

    @Test
    void nothingIsFoundInWhatTheServiceWrote() throws SQLException {
        assertThat(compare()).isEmpty();
    }

    @Test
    void anyRowThatLacksIsFound() throws SQLException {
        List<String> unseen = new ArrayList<>();
        for (String table : TABLES) {
            for (String row : rows(table)) {
                find(unseen, "delete from %s where ctid = '%s'".formatted(table, row));
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void anyColumnThatHasAnotherValueIsFound() throws SQLException {
        List<String> unseen = new ArrayList<>();
        for (String table : TABLES) {
            List<Column> columns = columns(table);
            List<String> rows = rows(table);
            for (int i = 0; i < Math.max(columns.size(), ROWS); i++) {
                Column column = columns.get(i % columns.size());
                find(
                        unseen,
                        "update %s set %s = %s where ctid = '%s'"
                                .formatted(table, column.name(), column.other(), rows.get(i % rows.size())));
            }
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void anyRowMoreIsFound() throws SQLException {
        List<String> unseen = new ArrayList<>();
        for (String table : TABLES) {
            String row = rows(table).get(0);
            List<Column> columns = columns(table);
            for (Column other : key(table, columns)) {
                find(
                        unseen,
                        "insert into %s select %s from %s where ctid = '%s'"
                                .formatted(
                                        table,
                                        String.join(
                                                ", ",
                                                columns.stream()
                                                        .map(column -> column.equals(other)
                                                                        || column.name()
                                                                                .equals("id")
                                                                ? column.other()
                                                                : column.name())
                                                        .toList()),
                                        table,
                                        row));
            }
        }
        assertThat(unseen).isEmpty();
    }

    /** What was tried on the first version, and its kinds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from project_award where decision = (select max(decision) from project_award) | project_award",
                "delete from paid_project where decision = (select max(decision) from paid_project) | paid_project",
                "delete from idempotency_key where key = 'k1' | idempotency_key",
                "update decision set total = 99999999 where sequence = (select max(sequence) from decision) | decision",
                "update award set amount = 99999999 where sequence = (select max(sequence) from award) | award",
                "insert into revoked_claim select max(sequence), 0, (select max(sequence) from revocation) from decision where claims = 2 | revoked_claim",
                "insert into idempotency_key select 'portal', 'other', fingerprint, sequence from idempotency_key limit 1 | idempotency_key",
                "delete from ledger_entry where sequence = (select max(sequence) from ledger_entry) | revocation",
                "delete from ledger_entry where sequence = 7 | ledger_entry",
                "update ledger_entry set content = replace(content, 'DECISION', 'RULESET') where sequence = (select min(sequence) from decision) | ledger_entry",
                "update decision_tag set sequence = sequence + 1 where sequence = (select max(sequence) from decision) | decision_tag",
                "truncate revoked_claim | revoked_claim",
                "truncate paid_project | paid_project",
                "truncate project_form | project_form",
                "delete from countable_award where sequence = (select max(sequence) from countable_award) | countable_award",
                "update countable_award set amount = 1 where sequence = (select max(sequence) from countable_award) | countable_award",
                "update countable_award set decided_on = decided_on - 365 where sequence = (select max(sequence) from countable_award) | countable_award",
                "update countable_award set applicant = 'another' where sequence = (select min(sequence) from countable_award) | countable_award",
                "truncate countable_award | countable_award",
                "truncate countable_form | countable_form",
                "delete from ledger_entry | decision",
                "insert into project_form values (99) | project_form",
                "insert into tag values (999, 'p', 'i', 'ELIGIBLE') | tag",
                "insert into decision_tag select 999, max(sequence) from decision | decision_tag",
                "update ledger_entry set hash = encode(sha256(hash::bytea), 'hex') where sequence = 4 | ledger_entry",
                "update ledger_entry set kind = 'RULESET' where sequence = (select min(sequence) from decision) | ledger_entry",
                "update project_keys set keys = 'other' where ctid = (select ctid from project_keys limit 1) | project_keys",
                "update ruleset set sources = sha256(sources) | ruleset"
            })
    void theManipulationsThatWerePaidTwiceAreFound(String manipulation, String table) throws SQLException {
        manipulate(manipulation);
        assertThat(compare()).extracting(difference -> difference.table()).contains(table);
    }

    @Test
    void whatIsFoundIsSaidInBothLanguagesWithoutAnyonesName() throws SQLException {
        manipulate("delete from idempotency_key where key = 'k1'");
        assertThat(compare()).singleElement().satisfies(difference -> assertThat(
                        difference.text().en())
                .startsWith("The table idempotency_key lacks a row of the entry "));
    }

    private void find(List<String> unseen, String manipulation) throws SQLException {
        try {
            manipulate(manipulation);
            if (compare().isEmpty()) {
                unseen.add(manipulation);
            }
        } catch (SQLException refused) {
            // Constraints hold with triggers off, too.
            assertThat(refused.getSQLState()).startsWith("23");
        } finally {
            connection.rollback();
        }
    }

    private void manipulate(String manipulation) throws SQLException {
        sql().update("set local session_replication_role = replica");
        sql().update(manipulation);
    }

    private List<Difference> compare() throws SQLException {
        Comparison comparison = new Comparison(declared);
        while (!comparison.isEnded()) {
            comparison.next(connection);
        }
        return comparison.differences();
    }

    private List<Column> columns(String table) throws SQLException {
        return sql().query(
                        "select column_name, udt_name from information_schema.columns where table_name = ? order by ordinal_position",
                        row -> new Column(row.getString(1), row.getString(2)),
                        table);
    }

    private List<Column> key(String table, List<Column> columns) throws SQLException {
        List<String> names = sql().query(
                        "select column_name from information_schema.key_column_usage where table_name = ? and constraint_name = ?",
                        row -> row.getString(1),
                        table,
                        table + "_pkey");
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    private List<String> rows(String table) throws SQLException {
        List<String> all = sql().query("select ctid from " + table + " order by ctid", row -> row.getString(1));
        List<String> some = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS, all.size()); i++) {
            some.add(all.get((i + 1) * all.size() / Math.min(ROWS, all.size()) - 1));
        }
        return some;
    }

    private static String body(String one, String other) {
        return request(hosted("a", one), hosted("b", other).with("level", "NATIONAL"))
                .asOf("2023-05-01")
                .reference(one)
                .json();
    }

    private Sql sql() {
        return new Sql(connection);
    }
}
