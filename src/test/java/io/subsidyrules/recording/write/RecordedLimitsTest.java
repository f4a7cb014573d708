package io.subsidyrules.recording.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.recording.project.RecordedAwards;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions under limits, each of which counts what was recorded before it and is in force. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedLimitsTest {

    private static final Path FOLDER = Path.of("src/test/resources/recorded-limits");
    private static final String RULES = "limited/rules.drl";

    private final OwnPostgres postgres;
    private final Ruleset ruleset = Ruleset.of(SourceFolder.sources(FOLDER));
    private Connection connection;
    private TestRecording recording;

    RecordedLimitsTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    @BeforeAll
    void start() throws Exception {
        connection = TestDatabase.connected(postgres.settings(), "postgres");
        Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), "postgres"),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")))
                .load()
                .migrate();
        TestRecording.enterKnownProjects(connection);
        recording = new TestRecording(connection, ruleset);
    }

    @AfterAll
    void stop() throws SQLException {
        ruleset.close();
        connection.close();
        postgres.close();
    }

    @Test
    void whatIsLeftOfAYearIsGivenAndAnEarlierYearDoesNotCount() throws SQLException {
        String firm = firm();
        decide(firm, "2024-12-31", project(400_000));
        decide(firm, "2025-01-01", project(400_000));
        decide(firm, "2025-03-01", project(400_000));
        assertThat(total(decide(firm, "2025-12-31", project(400_000)))).isEqualTo("200000.00");
        assertThat(total(decide(firm, "2025-12-31", project(400_000)))).isEqualTo("0.00");
        assertThat(total(decide(firm, "2026-01-01", project(400_000)))).isEqualTo("400000.00");
        assertThat(total(decide(firm(), "2025-12-31", project(400_000)))).isEqualTo("400000.00");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 0.00", "2026-03-01, 60000.00", "2026-03-02, 60000.00"})
    void theAidOfThreeYearsFitsWholeOrNotAtAll(String day, String given) throws SQLException {
        String firm = firm();
        decide(firm, "2023-03-01", claim("Aid", 250_000));
        assertThat(total(decide(firm, day, claim("Aid", 60_000)))).isEqualTo(given);
    }

    @Test
    void aHigherLevelIsToppedUpAcrossDecisions() throws SQLException {
        String firm = firm();
        assertThat(total(decide(firm, "2023-06-01", centre("MUNICIPAL")))).isEqualTo("3000000.00");
        assertThat(total(decide(firm, "2025-06-01", centre("NATIONAL")))).isEqualTo("2000000.00");
    }

    @Test
    void aRevocationFreesWhatItTook() throws SQLException {
        String firm = firm();
        decide(firm, "2025-01-01", project(400_000));
        UUID two = decide(firm, "2025-01-02", project(400_000), project(400_000));
        assertThat(total(two)).isEqualTo("600000.00");
        assertThat(total(decide(firm, "2025-01-03", project(400_000)))).isEqualTo("0.00");
        recording.revoke(two, Optional.of(1));
        assertThat(total(decide(firm, "2025-01-04", project(400_000)))).isEqualTo("200000.00");
        recording.revoke(two, Optional.empty());
        assertThat(total(decide(firm, "2025-01-05", project(400_000)))).isEqualTo("400000.00");
    }

    @Test
    void aGroupSharesItsLimitAndOthersDoNot() throws SQLException {
        String group = "Group " + UUID.randomUUID();
        decideIn(group, firm(), "2025-01-01", claim("Training", 400_000));
        UUID second = decideIn(group.toUpperCase(Locale.ROOT), firm(), "2025-01-02", claim("Training", 400_000));
        assertThat(total(second)).isEqualTo("100000.00");
        assertThat(counted(second)).singleElement().satisfies(award -> assertThat(award.applicant())
                .isPresent());
        assertThat(total(decideIn("another", firm(), "2025-01-02", claim("Training", 400_000))))
                .isEqualTo("400000.00");
    }

    @Test
    void theIdOfAnApplicantCountsHoweverItIsWritten() throws SQLException {
        String firm = firm();
        decide(firm, "2025-01-01", project(400_000), project(400_000));
        assertThat(total(decide(firm.toUpperCase(Locale.ROOT), "2025-01-02", project(400_000))))
                .isEqualTo("200000.00");
    }

    @Test
    void aLimitThatChangedCountsByTheRulesThatDecideNow() throws SQLException {
        String firm = firm();
        decide(firm, "2025-01-01", project(400_000), project(400_000));
        try (Ruleset lower = changed("yuan( 1_000_000 )", "yuan( 900_000 )")) {
            UUID decision =
                    new TestRecording(connection, lower).decide("", body(firm, "", "2025-01-02", project(400_000)));
            assertThat(total(decision)).isEqualTo("100000.00");
        }
        try (Ruleset other = changed("clause == \"1.1\", year", "clause == \"2.1\", year")) {
            UUID decision =
                    new TestRecording(connection, other).decide("", body(firm, "", "2025-01-03", project(400_000)));
            assertThat(total(decision)).isEqualTo("400000.00");
        }
    }

    @Test
    void aDecisionIsMadeAgainFromItsEntryWhateverCameAfterIt() throws SQLException {
        String firm = firm();
        UUID first = decide(firm, "2025-01-01", project(400_000), project(400_000));
        UUID second = decide(firm, "2025-01-02", project(400_000));
        decide(firm, "2025-01-03", project(400_000));
        recording.revoke(first, Optional.empty());
        assertReproduced(second, ruleset);
    }

    @Test
    void underOtherRulesTheRecordedAwardsCountByTheirLimits() throws SQLException {
        String firm = firm();
        decide(firm, "2025-01-01", project(400_000), project(400_000));
        UUID second = decide(firm, "2025-01-02", project(400_000));
        try (Ruleset lower = changed("yuan( 1_000_000 )", "yuan( 900_000 )")) {
            assertThat(again(second, lower).total().amount()).isEqualByComparingTo("100000.00");
        }
    }

    @Test
    void aDecisionWithoutEarlierAwardsSaysNothingOfThem() throws SQLException {
        assertThat(entry(decide(firm(), "2025-01-01", project(1))).members()).doesNotContainKey(CountedText.MEMBER);
    }

    @Test
    void theEntryHasJustWhatItsLimitsCounted() throws SQLException {
        String firm = firm();
        UUID first = decide(firm, "2025-01-01", project(400_000), claim("Aid", 100));
        decide(firm, "2024-01-01", project(400_000));
        assertThat(counted(decide(firm, "2025-01-02", project(400_000))))
                .containsExactly(new CountedAward(
                        first.toString(),
                        0,
                        "2025-01-01",
                        "limited",
                        "project",
                        "Project",
                        counted(decide(firm, "2025-01-02", project(400_000)))
                                .get(0)
                                .keys(),
                        Optional.empty(),
                        Map.of(),
                        "400000.00",
                        Optional.empty()));
    }

    private void assertReproduced(UUID decision, Ruleset by) throws SQLException {
        byte[] recorded = ResultText.of(entry(decision).members()).bytes();
        assertThat(AnswerWriter.bytes(again(decision, by), Language.EN)).isEqualTo(recorded);
    }

    private Answer again(UUID decision, Ruleset by) throws SQLException {
        Map<String, Object> members = entry(decision).members();
        Request request = by.reader()
                .readAgain(
                        Objects.requireNonNull(members.get("request"))
                                .toString()
                                .getBytes(StandardCharsets.UTF_8),
                        LocalDate.parse((String) Objects.requireNonNull(members.get("asOf"))),
                        false);
        return by.evaluate(
                request,
                Explain.FULL,
                new EarlierAwards(
                        Map.of(),
                        new RecordedAwards(by)
                                .of(
                                        CountedText.read(members),
                                        request.applicantId().orElseThrow())));
    }

    private List<CountedAward> counted(UUID decision) throws SQLException {
        return CountedText.read(entry(decision).members());
    }

    private String total(UUID decision) throws SQLException {
        return Objects.requireNonNull(entry(decision).members().get("total")).toString();
    }

    private Entry entry(UUID decision) throws SQLException {
        return new Sql(connection)
                .query(
                        "select content from ledger_entry join decision using (sequence) where id = ?",
                        row -> Entry.read(row.getString(1)),
                        decision)
                .get(0);
    }

    private static Ruleset changed(String before, String after) {
        TreeMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(FOLDER).files());
        String text = new String(Objects.requireNonNull(files.get(RULES)), StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        files.put(RULES, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return Ruleset.of(new RuleSources(files));
    }

    private UUID decide(String firm, String day, String... claims) throws SQLException {
        return decideIn("", firm, day, claims);
    }

    private UUID decideIn(String group, String firm, String day, String... claims) throws SQLException {
        return recording.decide("", body(firm, group, day, claims));
    }

    private static String body(String firm, String group, String day, String... claims) {
        String parent = group.isEmpty() ? "" : ", \"parent\": \"%s\"".formatted(group);
        return "{ \"asOf\": \"%s\", \"applicant\": { \"id\": \"%s\"%s }, \"claims\": [ %s ] }"
                .formatted(day, firm, parent, String.join(", ", claims));
    }

    private static String firm() {
        return "firm " + UUID.randomUUID();
    }

    private static String project(int cost) {
        return claim("Project", cost);
    }

    private static String claim(String type, int cost) {
        return "{ \"type\": \"%s\", \"id\": \"%2$s\", \"number\": \"%2$s\", \"cost\": %3$s }"
                .formatted(type, UUID.randomUUID(), cost);
    }

    private static String centre(String level) {
        return "{ \"type\": \"Centre\", \"id\": \"c\", \"level\": \"%s\" }".formatted(level);
    }
}
