package io.subsidyrules.recording.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.recording.store.AwardScope;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What limits count is found among a million awards by reading little more than it: what PostgreSQL says that it read for it. It
 * prints the figures. One applicant has 10,000 awards, in ten years and of 24 items, a group
 * has 2,400, and each project one.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionAwardsTest {

    private static final int TIMES = 12;

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

    private static final String FILL = """
            insert into decision
            select s, gen_random_uuid(), 'portal', null, case when s % 100 = 1 then 'large' else 'applicant ' || s % 50000 end,
                   repeat('0', 64), 1, 300000.00, 0.00, '{ELIGIBLE}'
            from generate_series(1, 1000000) s;
            insert into countable_award
            select 1, s, 0, 0, 'policy 1', 'item ' || (s / 50000 * 5 + s / 100) % 24, date '2016-01-01' + (s * 3650 / 1000000)::int, 'Claim',
                   '{"number":"project ' || s || '"}', case when s % 100 = 1 then 'large' else 'applicant ' || s % 50000 end,
                   array[1, 2 + s % 14, 100 + s % 180, 1000 + s / 2400], 300000.00
            from generate_series(1, 1000000::bigint) s;
            insert into revoked_claim select s * 50, -1, s from generate_series(1, 20000) s""";

    private final OwnPostgres postgres;
    private Connection connection;

    MillionAwardsTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    @BeforeAll
    void fill() throws SQLException, InterruptedException {
        connection = TestDatabase.connected(postgres.settings(), "postgres");
        Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), "postgres"),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")))
                .load()
                .migrate();
        try (Statement statement = connection.createStatement()) {
            // Without the checks of each row, which hold.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            for (String part : FILL.split(";", -1)) {
                statement.execute(part);
            }
            statement.execute("vacuum analyze");
        }
    }

    @AfterAll
    void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICANT, applicant 7, 2016-01-01, 2",
        "APPLICANT, nobody, 2016-01-01, 0",
        "APPLICANT, large, 2025-01-01, 42",
        "APPLICANT, large, 2016-01-01, 408",
        "PROJECT, '{\"number\":\"project 707\"}', 2016-01-01, 1",
        "GROUP, 1100, 2016-01-01, 100"
    })
    void whatALimitCountsIsFoundByAnIndex(AwardScope.Kind kind, String value, LocalDate since, int about)
            throws SQLException {
        Object[] parameters = {
            new Sql.Values(kind.type(), List.of(kind == AwardScope.Kind.GROUP ? Long.valueOf(value) : value)),
            new Sql.Values("text", List.of("policy 1")),
            new Sql.Values("text", List.of("item 7")),
            new Sql.Values("date", List.of(since)),
            CountableAward.FORM
        };
        Sql sql = new Sql(connection);
        int found = sql.query(CountableAwards.lookUp(kind), row -> row.getString(1), parameters)
                .size();
        String plan = "";
        int buffers = Integer.MAX_VALUE;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            plan = String.join(
                    "\n",
                    sql.query(
                            "explain (analyze, buffers, costs off) " + CountableAwards.lookUp(kind),
                            row -> row.getString(1),
                            parameters));
            Matcher read = BUFFERS.matcher(plan);
            Matcher time = TIME.matcher(plan);
            assertThat(read.find() && time.find()).as(plan).isTrue();
            buffers = Math.min(buffers, number(read.group(1)) + number(read.group(2)));
            best = Math.min(best, Double.parseDouble(time.group(1)));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s %s since %s | %d | %d | %.2f ms |%n%s%n",
                kind,
                value,
                since,
                found,
                buffers,
                best,
                plan);
        assertThat(found).isBetween(about / 2, 2 * about + 2);
        assertThat(plan).doesNotContain("Seq Scan on countable_award").doesNotContain("Seq Scan on revoked_claim");
        assertThat(buffers).as(plan).isLessThan(100 + 40 * Math.max(found, kind == AwardScope.Kind.GROUP ? 2_400 : 0));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
