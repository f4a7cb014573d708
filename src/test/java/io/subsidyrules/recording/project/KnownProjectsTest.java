package io.subsidyrules.recording.project;

import static io.subsidyrules.api.SentClaim.claim;
import static io.subsidyrules.codes.ApplicantCodes.ONE;
import static io.subsidyrules.codes.ApplicantCodes.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.api.SentRequest;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.AnswerWriter;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.verify.Verifier;
import io.subsidyrules.recording.store.PaidProject;
import io.subsidyrules.recording.store.ProjectHashes;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.Statement;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.storage.TestDatabase;
import io.subsidyrules.storage.postgres.OwnPostgres;
import io.subsidyrules.text.Language;
import io.subsidyrules.writing.Unseen;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ledger that was written when projects were the same only where they were written the same. It was made by the service as
 * of the commit 3a93b16, whose tables {@code ledger.sql.gz} has, a row a line: "GB/T 20001-2023" was paid with one blank and
 * with two, "中心（一期）" and "中心(一期)" in one request, "GB/T 30001-2023" with a U+200B behind it, a centre as of 2100,
 * "GB/T 40001-2023" paid and revoked, a purchase and a leader of their applicants, and a standard for which nothing was paid. Then
 * what is refused by now: centres of applicants whose credit codes begin with 96, 92A, 55, 01 and B1, one in the division
 * 139999, one named 无, and one with a bell and a mark that turns what follows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownProjectsTest {

    private final OwnPostgres postgres;
    private Connection admin;
    private Connection connection;
    private Ruleset ruleset;

    KnownProjectsTest(@TempDir Path data) {
        postgres = OwnPostgres.in(data);
    }

    @BeforeAll
    void start() throws Exception {
        admin = TestDatabase.connected(postgres.settings(), "postgres");
        admin.createStatement().execute("create database filled");
        flyway("filled").target("2").load().migrate();
        try (Connection filled = TestDatabase.connected(postgres.settings(), "filled");
                java.sql.Statement statement = filled.createStatement();
                BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(
                                KnownProjectsTest.class.getResourceAsStream("/ledger-before/ledger.sql.gz"))),
                        StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                statement.addBatch(row);
            }
            statement.executeBatch();
            ruleset = Ruleset.of(SourceArchive.read(new Sql(filled)
                    .query("select sources from ruleset", row -> row.getBytes(1))
                    .get(0)));
        }
    }

    @AfterAll
    void stop() throws SQLException {
        ruleset.close();
        admin.close();
        postgres.close();
    }

    @BeforeEach
    void theLedgerIsAsItWas() throws Exception {
        try (java.sql.Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists before with (force)");
            statement.execute("create database before template filled");
        }
        connection = TestDatabase.connected(postgres.settings(), "before");
    }

    @ParameterizedTest
    @CsvSource({
        "HostedStandard, standardNumber, 'gb/t 20001\u20142023', ONE, SAME",
        "HostedStandard, standardNumber, 'GB/T 20001-2023', OTHER, OTHER",
        "HostedStandard, standardNumber, 'GB/T20001-2023', ONE, LOOK_ALIKE",
        "HostedStandard, standardNumber, 'GB/T 20001-2024', ONE, NONE",
        "HostedStandard, standardNumber, 'GB/T 30001-2023', ONE, SAME",
        "HostedStandard, standardNumber, 'GB/T 40001-2023', ONE, NONE",
        "DesignCentre, name, '中心（一期） ', ONE, SAME",
        "DesignCentre, name, '中心一期', ONE, LOOK_ALIKE",
        "DesignCentre, name, 'FUTURE CENTRE', ONE, SAME",
        "DesignPurchase, project, 'casing', ONE, SAME",
        "DesignPurchase, project, 'casing', OTHER, NONE"
    })
    void whatWasPaidIsFoundHoweverItIsWritten(String type, String key, String text, String applicant, String found)
            throws SQLException {
        migrated();
        String sent = sent(applicant.equals("ONE") ? ONE : OTHER, type, key, text);
        PaidProjects projects = new PaidProjects();
        RecordedRequest application = RecordedRequest.of(read(sent), sent);
        projects.load(new TreeSet<>(application.lookAlikes()), new Sql(connection));
        Optional<EarlierAward> award = projects.earlierAwards(application).of(0);
        assertThat(award.map(KnownProjectsTest::kind).orElse("NONE")).isEqualTo(found);
    }

    private static String kind(EarlierAward award) {
        return award.lookAlike() ? "LOOK_ALIKE" : award.sameApplicant() ? "SAME" : "OTHER";
    }

    @Test
    void theLedgerIsAsItWasAndStaysWhole() throws Exception {
        List<String> before = lines();
        migrated();
        assertThat(lines()).isEqualTo(before);
        String export = String.join("\n", before) + "\n";
        assertThat(new Verifier(List.of(), Optional.empty(), 1)
                        .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)))
                        .finding())
                .isEmpty();
    }

    @Test
    void whatWasPaidTwiceStaysAsItIsAndEveryAwardIsKnown() throws SQLException {
        migrated();
        assertThat(number("select count(*) from paid_project")).isEqualTo(number("select count(*) from project_award"));
        assertThat(number("select count(*) from paid_project where round = 1")).isEqualTo(2);
        assertThat(number("select count(*) from project_form")).isOne();
    }

    @Test
    void aStopInBetweenAndAnotherRunLoseNothingAndEnterNothingTwice() throws SQLException {
        flyway("before").load().migrate();
        connection.setAutoCommit(false);
        new KnownProjects(connection, 3).enterPart(0);
        connection.commit();
        connection.setAutoCommit(true);
        assertThat(number("select count(*) from paid_project")).isEqualTo(4);
        new KnownProjects(connection, 2).enter();
        new KnownProjects(connection).enter();
        assertThat(number("select count(*) from paid_project")).isEqualTo(number("select count(*) from project_award"));
        assertThat(number("select count(distinct (decision, claim)) from paid_project"))
                .isEqualTo(number("select count(*) from project_award"));
    }

    @Test
    void nothingIsAwardedUntilAllIsKnownNorByAServiceOfBefore() throws SQLException {
        flyway("before").load().migrate();
        assertThatThrownBy(() -> award("GB/T 60001-2023", 0)).hasMessageContaining("not known yet");
        migrated();
        award("GB/T 60001-2023", 0);
        assertThatThrownBy(() -> new Sql(connection)
                        .update("insert into project_award select decode(repeat('ab', 32), 'hex'), 0, 3, 0, 'x'"))
                .hasMessageContaining("older than");
    }

    @ParameterizedTest
    @CsvSource({"'GB/T 20001-2023', 0", "'GB/T 20001-2023', 2", "'GB/T20001-2023', 5", "'gb/t 30001—2023', 1"})
    void theDatabaseRefusesAnotherAwardOfWhatLooksLikeOneThatStands(String text, int round) throws SQLException {
        migrated();
        assertThatThrownBy(() -> award(text, round))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .isEqualTo("23505"));
    }

    @Test
    void decisionsOfThenAreReplayedWithTheSameBytesWhateverIsRefusedByNow() throws SQLException {
        migrated();
        assertThat(decisions()).hasSize(17);
        for (Map<String, Object> decision : decisions()) {
            Answer answer = ruleset.evaluate(again(decision), Explain.FULL, EarlierAwards.EMPTY);
            assertThat(new String(AnswerWriter.bytes(answer, Language.EN), StandardCharsets.UTF_8))
                    .isEqualTo(text("result", decision));
        }
    }

    @ParameterizedTest
    @CsvSource({"TEXT, EN", "TEXT, ZH", "HTML, EN", "HTML, ZH"})
    void decisionsOfThenAreToldAsLettersInWhichAllCanBeSeen(StatementForm form, Language language) throws SQLException {
        migrated();
        for (Map<String, Object> decision : decisions()) {
            Request request = again(decision);
            Origin origin = new Origin.Recorded(
                    text("id", decision),
                    3,
                    "0".repeat(64),
                    LocalDateTime.of(2026, 11, 28, 20, 7),
                    text("caller", decision),
                    request.reference(),
                    List.of());
            Answer answer = ruleset.evaluate(request, Explain.FULL, EarlierAwards.EMPTY);
            Statement letter = StatementBuilder.of(ruleset, request, answer, Explain.SUMMARY, language, origin);
            assertThat(new String(form.bytes(letter), StandardCharsets.UTF_8).lines())
                    .anyMatch(line -> line.contains(text("id", decision)))
                    .allMatch(line -> Unseen.first(line).isEmpty());
        }
    }

    private List<Map<String, Object>> decisions() throws SQLException {
        return lines().stream()
                .map(Entry::read)
                .filter(entry -> entry.kind() == EntryKind.DECISION)
                .map(Entry::members)
                .toList();
    }

    private Request again(Map<String, Object> decision) {
        LocalDate asOf = LocalDate.parse(text("result", decision).substring(9, 19));
        return ruleset.reader().readAgain(text("request", decision).getBytes(StandardCharsets.UTF_8), asOf, true);
    }

    private static String text(String name, Map<String, Object> members) {
        return Objects.requireNonNull(members.get(name), name).toString();
    }

    private void award(String number, int round) throws SQLException {
        ProjectHashes hashes = ProjectHashes.of(read(sent(ONE, "HostedStandard", "standardNumber", number))
                .claimedProject(0)
                .project()
                .orElseThrow());
        PaidProject.insert(List.of(new PaidProject(hashes, round, 12, 0, ONE)), new Sql(connection));
    }

    private static String sent(String applicant, String type, String key, String text) {
        return SentRequest.request(claim(type, "c").with(key, text))
                .asOf("2023-05-01")
                .by(applicant)
                .json();
    }

    private Request read(String sent) {
        return ruleset.reader().readRecorded(sent.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 28));
    }

    private List<String> lines() throws SQLException {
        return new Sql(connection).query("select content from ledger_entry order by sequence", row -> row.getString(1));
    }

    private long number(String sql) throws SQLException {
        return new Sql(connection).query(sql, row -> row.getLong(1)).get(0);
    }

    private void migrated() {
        FluentConfiguration configuration = flyway("before");
        new KnownProjectsCallback().customize(configuration);
        configuration.load().migrate();
    }

    private FluentConfiguration flyway(String database) {
        return Flyway.configure()
                .dataSource(
                        TestDatabase.url(postgres.settings(), database),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.username")),
                        Objects.requireNonNull(postgres.settings().get("quarkus.flyway.password")));
    }
}
