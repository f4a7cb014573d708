package io.subsidyrules.recording.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.access.Visibility;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.recording.project.AwardSums;
import io.subsidyrules.recording.project.AwardSums.Part;
import io.subsidyrules.recording.project.AwardSums.Period;
import io.subsidyrules.recording.project.AwardSums.Sum;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.postgres.OwnPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page costs the same at a million decisions, the first as one in their middle: what PostgreSQL says that it read for it.
 * It prints the plans, from which {@code docs/decisions-search.md} has its figures.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionDecisionsTest {

    private static final int PAGE = 51;
    private static final long MIDDLE = 500_000;
    private static final int MOST_BUFFERS = 2_000;

    /** Where those that an applicant has are gone through, in search of the one in some that the other filter holds for. */
    private static final int MOST_BUFFERS_OF_TWO = 30_000;

    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");
    private static final int TIMES = 5;

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Applicants of 20 decisions each, one of a tenth of all, one whose thousand are the oldest; ten rulesets in turn. */
    private static final String FILL = """
            insert into ledger_entry
            select s, 'DECISION', timestamptz '2026-01-01 00:00:00Z' + s * interval '20 seconds', lpad(to_hex(s), 64, '0'), repeat('x', 100)
            from generate_series(1, 1000000) s;
            insert into decision
            select s, gen_random_uuid(), 'portal', 'reference ' || s / 3,
                   case when s <= 1000 then 'old' when s % 10 = 0 then 'large' else 'applicant ' || s % 50000 end,
                   lpad(((s - 1) / 100000)::text, 64, '0'), 2, 300000.00, 0.00, '{ELIGIBLE}'
            from generate_series(1, 1000000) s;
            insert into tag
            select row_number() over (), policy, item, status
            from (select null as policy, null as item
                  union all select 'policy ' || p, null from generate_series(0, 2) p
                  union all select 'policy ' || i % 3, 'item ' || i from generate_series(0, 29) i) named
            cross join unnest('{ELIGIBLE,REFERRED,UNDETERMINED,NOT_ELIGIBLE}'::text[]) status;
            insert into decision_tag
            select tag.id, s
            from generate_series(1, 1000000) s
            cross join lateral (
                select case when s % 10 < 6 then 'ELIGIBLE' when s % 10 = 6 then 'REFERRED' when s % 10 = 7 then 'UNDETERMINED'
                       else 'NOT_ELIGIBLE' end as status,
                       case when s <= 1000 then 29 when s % 10007 = 0 then 28 else s / 7 % 28 end as item) has
            join tag on tag.status = has.status
                 and (tag.policy is null or tag.policy = 'policy ' || has.item % 3)
                 and (tag.item is null or tag.item = 'item ' || has.item);
            insert into award
            select s, s % 3 - 1, 'policy 1', 'item ' || s % 24, 300000.00, '13' || lpad((s % 14)::text, 2, '0') || '02'
            from generate_series(1, 1000000) s;
            insert into revocation select 2000000 + s, gen_random_uuid(), s * 50 from generate_series(1, 20000) s;
            insert into revoked_claim select s * 50, s % 3 - 1, 2000000 + s from generate_series(1, 20000) s""";

    private final OwnPostgres postgres;

    MillionDecisionsTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    /** What a statement read, how long it took, and how. */
    private record Cost(int buffers, double milliseconds, String plan) {}

    @BeforeAll
    void fill() throws SQLException, InterruptedException {
        try (Connection connection = connected(postgres.settings(), "")) {
            fill(connection);
        }
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void theProgressCountsThemAll() throws Exception {
        try (Connection connection = connected(postgres.settings(), "")) {
            Sql sql = new Sql(connection);
            ZoneId zone = ZoneId.of("Asia/Shanghai");
            Period period = new Period(Instant.EPOCH, BEGIN.plus(Duration.ofDays(365)));
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                List<Sum> parts = AwardSums.parts(
                        "policy 1", Currency.CNY, Year.of(2026), zone, Optional.empty(), 1_000_000, Set.of(), sql);
                long between = System.nanoTime();
                List<Sum> totals = AwardSums.totals("policy 1", Currency.CNY, period, 1_000_000, Set.of(), sql);
                System.out.printf(
                        Locale.ROOT,
                        "progress: the year with its parts %.1f s, a total %.1f s%n",
                        (between - began) / 1e9,
                        (System.nanoTime() - between) / 1e9);
                assertThat(parts.stream().filter(sum -> sum.part() instanceof Part.All))
                        .containsExactlyInAnyOrderElementsOf(totals);
                assertThat(totals.stream().mapToLong(Sum::count).sum()).isEqualTo(1_000_000);
                assertThat(parts.stream()
                                .filter(sum -> sum.part() instanceof Part.Month)
                                .mapToLong(Sum::count)
                                .sum())
                        .isEqualTo(1_000_000);
            }
        }
    }

    @Test
    void aPageReadsAsMuchInTheMiddleAsInTheBeginning() throws Exception {
        try (Connection connection = connected(postgres.settings(), "");
                Connection simple = connected(postgres.settings(), "?preferQueryMode=simple")) {
            SoftAssertions all = new SoftAssertions();
            Sql sql = new Sql(connection);
            for (Map.Entry<String, DecisionQuery> query : queries().entrySet()) {
                DecisionScan scan = DecisionScan.of(query.getValue(), sql);
                Cost first = cost(scan, sql);
                Cost middle = cost(scan.before(middle(query.getValue())), sql);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %d | %.2f | %.2f |%n",
                        query.getKey(),
                        first.buffers(),
                        middle.buffers(),
                        first.milliseconds(),
                        middle.milliseconds());
                System.out.println(first.plan());
                System.out.println(middle.plan());
                for (Cost cost : List.of(first, middle)) {
                    all.assertThat(cost.buffers())
                            .as(query.getKey() + "\n" + cost.plan())
                            .isLessThan(mostBuffers(query.getValue()));
                    all.assertThat(cost.plan()).as(query.getKey()).doesNotContain("Seq Scan");
                }
                all.assertThat(genericPlan(scan, simple)).as(query.getKey()).doesNotContain("Seq Scan");
            }
            all.assertAll();
        }
    }

    /** That of all decisions, or of those that the ruleset made. */
    private static long middle(DecisionQuery query) {
        return query.ruleset()
                .map(version -> Long.parseLong(version) * 100_000 + 50_000)
                .orElse(MIDDLE);
    }

    private static int mostBuffers(DecisionQuery query) {
        return query.applicant().isPresent()
                        && query.asksForItems()
                        && query.reference().isEmpty()
                ? MOST_BUFFERS_OF_TWO
                : MOST_BUFFERS;
    }

    private static Map<String, DecisionQuery> queries() {
        Map<String, DecisionQuery> queries = new LinkedHashMap<>();
        queries.put("no filter", DecisionQuery.ALL);
        queries.put("applicant, of few decisions", query("applicant 49999", null, null, null, null, null));
        queries.put("applicant, of 100,000", query("large", null, null, null, null, null));
        queries.put("applicant, of the oldest alone", query("old", null, null, null, null, null));
        queries.put("reference", query(null, null, null, null, "reference 123456", null));
        queries.put("ruleset, live", query(null, null, null, null, null, 9));
        queries.put("ruleset, an old one", query(null, null, null, null, null, 2));
        queries.put("item", query(null, "item 7", null, null, null, null));
        queries.put("item, rare", query(null, "item 28", null, null, null, null));
        queries.put("item, with status", query(null, "item 7", null, Status.REFERRED, null, null));
        queries.put("policy", query(null, null, "policy 1", null, null, null));
        queries.put("policy, with status", query(null, null, "policy 1", Status.UNDETERMINED, null, null));
        queries.put("status", query(null, null, null, Status.ELIGIBLE, null, null));
        queries.put(
                "from and to",
                new DecisionQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BEGIN.plus(Duration.ofDays(50))),
                        Optional.of(BEGIN.plus(Duration.ofDays(150))),
                        Visibility.ALL));
        queries.put("applicant, of 100,000, and item", query("large", "item 7", null, null, null, null));
        queries.put("applicant, of 100,000, and policy", query("large", null, "policy 1", null, null, null));
        queries.put("applicant and ruleset", query("large", null, null, null, null, 3));
        queries.put("status and an old ruleset", query(null, null, null, Status.ELIGIBLE, null, 2));
        queries.put("policy and an old ruleset", query(null, null, "policy 1", null, null, 2));
        queries.put("all of them", query("large", "item 7", "policy 1", Status.ELIGIBLE, "reference 123456", 3));
        return queries;
    }

    private static DecisionQuery query(
            @Nullable String applicant,
            @Nullable String item,
            @Nullable String policy,
            @Nullable Status status,
            @Nullable String reference,
            @Nullable Integer ruleset) {
        return new DecisionQuery(
                Optional.ofNullable(applicant),
                Optional.ofNullable(item),
                Optional.ofNullable(policy),
                Optional.ofNullable(status),
                Optional.ofNullable(reference),
                Optional.ofNullable(ruleset).map(number -> "0".repeat(63) + number),
                Optional.empty(),
                Optional.empty(),
                Visibility.ALL);
    }

    /** The cheapest of some times, as the first ones fill PostgreSQL's memory. */
    private static Cost cost(DecisionScan scan, Sql sql) throws SQLException {
        DecisionScan.Statement page = DecisionSearch.page(scan.newest(PAGE));
        Cost best = new Cost(Integer.MAX_VALUE, Double.MAX_VALUE, "");
        for (int i = 0; i < TIMES; i++) {
            String plan = String.join(
                    "\n",
                    sql.query(
                            "explain (analyze, buffers, costs off) " + page.sql(),
                            row -> row.getString(1),
                            page.parameters().toArray()));
            Matcher buffers = BUFFERS.matcher(plan);
            Matcher time = TIME.matcher(plan);
            boolean reads = buffers.find();
            assertThat(time.find()).as(plan).isTrue();
            Cost cost = new Cost(
                    reads ? number(buffers.group(1)) + number(buffers.group(2)) : 0,
                    Double.parseDouble(time.group(1)),
                    plan);
            best = cost.milliseconds() < best.milliseconds() ? cost : best;
        }
        return best;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The one that is used for a statement which was prepared a while ago, whatever is looked for. */
    private static String genericPlan(DecisionScan scan, Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder("explain (generic_plan) ");
        int parameter = 0;
        for (char character : DecisionSearch.page(scan.newest(PAGE)).sql().toCharArray()) {
            sql.append(character == '?' ? "$" + ++parameter : String.valueOf(character));
        }
        StringBuilder plan = new StringBuilder();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql.toString())) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static void fill(Connection connection) throws SQLException {
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

    private static Connection connected(Map<String, String> settings, String options)
            throws SQLException, InterruptedException {
        String url = Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url"));
        Properties login = new Properties();
        login.setProperty("user", Objects.requireNonNull(settings.get("quarkus.flyway.username")));
        login.setProperty("password", Objects.requireNonNull(settings.get("quarkus.flyway.password")));
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (Connection answering = DriverManager.getConnection(url, login)) {
                assertThat(answering.isValid(1)).isTrue();
                break;
            } catch (SQLException starting) {
                if (System.nanoTime() > until) {
                    throw starting;
                }
                Thread.sleep(50);
            }
        }
        Flyway.configure()
                .dataSource(url, login.getProperty("user"), login.getProperty("password"))
                .load()
                .migrate();
        return DriverManager.getConnection(url + options, login);
    }
}
