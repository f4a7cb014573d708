package io.subsidyrules.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.storage.diagnosis.DatabaseAddress;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of a database that cannot be used. */
class DatabaseLogTest {

    private static final DatabaseAddress ADDRESS =
            DatabaseAddress.of("jdbc:postgresql://db.example:5433/subsidy?sslmode=require", "owner", "secret");
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final Logger logger = Logger.getLogger(Database.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final DatabaseLog log = new DatabaseLog(ADDRESS);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    @Test
    void aCauseIsSaidOnceUntilItChangesAndAgainAfterAnHour() {
        DatabaseState refused = DatabaseState.away(new Unusable(UnusableCause.NOTHING_LISTENS, "refused by port 1"));
        DatabaseState refusedAgain =
                DatabaseState.away(new Unusable(UnusableCause.NOTHING_LISTENS, "refused by port 2"));
        log.tell(refused, 0);
        log.tell(refusedAgain, HOUR - 1);
        assertThat(lines).hasSize(1);
        log.tell(refused, HOUR + 1);
        assertThat(lines).hasSize(2).last().asString().contains("Still: nothing can be recorded");
        log.tell(DatabaseState.away(new Unusable(UnusableCause.WRONG_PASSWORD)), HOUR + 2);
        log.tell(DatabaseState.USABLE, HOUR + 3);
        log.tell(DatabaseState.USABLE, 5 * HOUR);
        assertThat(lines).hasSize(4);
    }

    @Test
    void theLineHasTheAddressTheUserWhatWasSaidAndTheRemedy() {
        log.tell(
                DatabaseState.away(new Unusable(
                        UnusableCause.WRONG_PASSWORD, "FATAL: password authentication failed for user \"owner\"")),
                0);
        assertThat(lines)
                .containsExactly(
                        "ERROR Nothing can be recorded: the database refuses the user or the password (db.example:5433/subsidy, user owner). It was said: \"FATAL: password authentication failed for user \"owner\"\". Correct QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD, or for the owner of the schema QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD.");
    }

    @Test
    void aStartIsNoFault() {
        log.tell(DatabaseState.away(new Unusable(UnusableCause.STARTING)), 0);
        log.tell(DatabaseState.USABLE, 1);
        assertThat(lines)
                .containsExactly(
                        "INFO The database is starting; decisions can be recorded in a moment.",
                        "INFO The database can be used (db.example:5433/subsidy, user owner).");
    }

    @ParameterizedTest
    @EnumSource(UnusableCause.class)
    void everyCauseIsASentenceWithARemedy(UnusableCause cause) {
        assertThat(cause.sentence()).matches("[A-Z].*[^.]");
        assertThat(cause.remedy()).matches("[A-Z].*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://db.example/subsidy",
                "jdbc:mysql://db.example/subsidy?password=secret",
                "jdbc:postgresql://owner:secret@db.example/subsidy",
                "jdbc:postgresql://db.example:port/subsidy?password=secret",
                "jdbc:postgresql://db.example:99999/subsidy?password=secret",
                "jdbc:postgresql://db.example/subsidy?sslmode=perhaps&password=secret",
                "secret"
            })
    void aUrlThatIsNoneIsRefusedWithoutBeingRepeated(String url) {
        assertThat(DatabaseAddress.fault(url)).hasValueSatisfying(fault -> {
            assertThat(fault.cause()).isEqualTo(UnusableCause.BAD_URL);
            assertThat(fault.toString()).doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/subsidy",
                "jdbc:postgresql://db.example/subsidy?currentSchema=a&password=p%40ss",
                "jdbc:postgresql://one:5432,two:5433/subsidy?targetServerType=primary",
                "jdbc:postgresql://[::1]:5432/subsidy",
                "jdbc:postgresql:subsidy"
            })
    void aUrlThatIsOneIsTaken(String url) {
        assertThat(DatabaseAddress.fault(url)).isEmpty();
    }

    @Test
    void severalHostsAreShownWithTheirPorts() {
        String url = "jdbc:postgresql://one:5432,two/subsidy?user=owner&password=secret";
        assertThat(DatabaseAddress.of(url, "", "")).hasToString("one:5432,two:5432/subsidy, user owner");
    }
}
