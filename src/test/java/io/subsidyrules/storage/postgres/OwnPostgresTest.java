package io.subsidyrules.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL that the service brings along, as real processes. */
class OwnPostgresTest {

    @TempDir
    private Path data;

    private OwnPostgres postgres;

    @BeforeEach
    void start() {
        postgres = OwnPostgres.in(data);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
    }

    @Test
    void onlyWhoKnowsThePasswordOnThisMachineCanConnect() throws Exception {
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("show unix_socket_directories")).isEmpty();
        assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres.password"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres"))))
                .isEqualTo("rwx------");
    }

    @Test
    void itIsStartedAgainWhereItWasKilled() throws Exception {
        ask("create table kept as select 1 as one");
        Process first = Objects.requireNonNull(postgres.server());
        first.destroyForcibly().waitFor();
        assertThat(ask("select one from kept")).isEqualTo("1");
        assertThat(postgres.server()).isNotEqualTo(first);
    }

    @Test
    void aRestartFindsWhatWasThereAtTheSamePort() throws Exception {
        ask("create table kept as select 1 as one");
        Map<String, String> before = postgres.settings();
        postgres.close();
        assertThat(Objects.requireNonNull(postgres.server()).isAlive()).isFalse();
        postgres = OwnPostgres.in(data);
        assertThat(postgres.settings()).isEqualTo(before);
        assertThat(ask("select one from kept")).isEqualTo("1");
    }

    @Test
    void aPortThatWasNotWrittenWholeIsChosenAnew() throws Exception {
        ask("create table kept as select 1 as one");
        postgres.close();
        Files.writeString(data.resolve("postgres.port"), "");
        postgres = OwnPostgres.in(data);
        assertThat(ask("select one from kept")).isEqualTo("1");
    }

    @Test
    void theLogTellsNothingOfWhatIsRecorded() throws Exception {
        ask("create table once as select 'secret number' as number");
        ask("create unique index on once (number)");
        try (Connection connection = Asking.connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into once values ('secret number')");
        } catch (SQLException expected) {
            assertThat((Throwable) expected).hasMessageContaining("duplicate key");
        }
        postgres.close();
        StringBuilder log = new StringBuilder();
        try (var files = Files.list(data.resolve("postgres").resolve("log"))) {
            for (Path file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        assertThat(log).contains("duplicate key").doesNotContain("secret");
    }

    private String ask(String sql) throws Exception {
        return Asking.ask(postgres, sql);
    }
}
