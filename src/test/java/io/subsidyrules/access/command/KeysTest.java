package io.subsidyrules.access.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command bin/keys, on a database of its own. */
class KeysTest {

    @TempDir
    static Path data;

    private static OwnPostgres postgres;

    @BeforeAll
    static void tables() throws SQLException, InterruptedException {
        postgres = OwnPostgres.in(data);
        try (Connection superuser = TestDatabase.connected(postgres.settings(), "postgres");
                var statement = superuser.createStatement()) {
            statement.execute("create database bare");
        }
        Map<String, String> settings = postgres.settings();
        Flyway.configure()
                .dataSource(
                        TestDatabase.url(settings, "postgres"),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    /** The code with which the command ended, and what it printed. */
    private record Ran(int code, String out, String err) {}

    private static Ran run(String database, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> given = List.of(arguments);
        Language language = Keys.language(given, Map.of());
        int code = new Keys(printing(out), printing(err), language, () -> connection(database)).run(given);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Ran keys(String... arguments) {
        return run("postgres", arguments);
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Connection connection(String database) throws SQLException {
        try {
            return TestDatabase.connected(postgres.settings(), database);
        } catch (InterruptedException interrupted) {
            throw new SQLException(interrupted);
        }
    }

    @Test
    void aKeyIsShownOnceAndItsHashAloneIsStored() throws SQLException {
        Ran created = keys("create", "--owner", "finance-portal", "--role", "decider,evaluator", "--days", "30");
        assertThat(created.code()).isZero();
        String key = created.out().strip();
        assertThat(key).matches("srk_[a-z2-7]{12}_[A-Za-z0-9_-]{43}");
        assertThat(created.err()).contains(key.substring(4, 16), "X-API-Key").doesNotContain(key);
        String secret = key.substring(17);
        try (Connection connection = connection("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select k::text from api_key k")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(secret);
            }
        }
        assertThat(keys("list").out())
                .contains(key.substring(4, 16) + "  valid", "finance-portal", "decider,evaluator")
                .doesNotContain(secret);
    }

    @Test
    void arevokedKeyIsListedAsRevoked() {
        String key = keys("create", "--owner", "a", "--role", "reader", "--division=130100")
                .out();
        String id = key.substring(0, 16);
        assertThat(keys("list").out()).contains("divisions 130100");
        assertThat(keys("revoke", id).code()).isZero();
        assertThat(keys("list").out()).contains(id.substring(4) + "  revoked");
        Ran again = keys("rotate", id);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("not valid any more");
    }

    @Test
    void aRotatedKeyIsRefusedLater() {
        String id = keys("create", "--owner", "b", "--role", "auditor").out().substring(4, 16);
        Ran rotated = keys("rotate", id, "--overlap-hours", "2");
        assertThat(rotated.code()).isZero();
        assertThat(rotated.out().strip()).startsWith("srk_").hasSize(60);
        assertThat(rotated.err()).contains("refused in 2 hours");
        assertThat(keys("list").out()).contains(id + "  valid");
        assertThat(keys("rotate", rotated.out().substring(4, 16), "--overlap-hours", "0")
                        .code())
                .isZero();
        assertThat(keys("list").out()).contains(rotated.out().substring(4, 16) + "  revoked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "create --owner x",
                "create --owner x:y --role reader",
                "create --owner x --role king",
                "create --owner x --role decider --division 130100",
                "create --owner x --role reader --days many",
                "create --owner x --role",
                "create --onwer x",
                "revoke",
                "list all",
                "destroy"
            })
    void wrongArgumentsAreToldInBothLanguages(String arguments) {
        Ran english = keys(arguments.split(" ", -1));
        assertThat(english.code()).isEqualTo(2);
        assertThat(english.err()).contains("bin/keys --help").doesNotContain("Exception");
        Ran chinese = keys((arguments + " --lang=zh").split(" ", -1));
        assertThat(chinese.code()).isEqualTo(2);
        assertThat(chinese.err()).contains("bin/keys --help").isNotEqualTo(english.err());
    }

    @Test
    void theRemedyIsToldWhereTablesOrKeysAreMissing() {
        assertThat(run("bare", "list").err()).contains("Start the service once");
        assertThat(run("none", "list").code()).isEqualTo(1);
        assertThat(keys("revoke", "nnnnnnnnnnnn").err()).contains("There is no key nnnnnnnnnnnn");
        assertThat(keys("--help").out()).contains("bin/keys create", "--division");
        assertThat(Objects.requireNonNull(keys("--help", "--lang", "zh").out())).contains("bin/keys rotate");
    }
}
