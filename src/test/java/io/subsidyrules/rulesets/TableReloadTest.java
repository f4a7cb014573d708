package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.text.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and lists are followed, refused and kept as rule files are, though no rule file changes. */
class TableReloadTest {

    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final String GRANTS = "jobs-2025/grants.csv";
    private static final String LEAST_WAGES = "jobs-2025/least-wages.csv";
    private static final String TOWNS = "vocabulary/supported-towns.csv";
    private static final byte[] ONE_HIRE = """
            {"asOf":"2025-06-01","applicant":{"id":"91130100MA0ABCDE10","town":"Dongshan"},
             "claims":[{"type":"Jobs","id":"c1","site":"a",
                        "workers":[{"months":12,"wage":3500,"degree":"COLLEGE"}]}]}
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private RulesCopy rules;
    private Following following;

    @BeforeEach
    void start() {
        rules = RulesCopy.at(temporary.resolve("rules"), TABLES);
        following = start(rules.folder());
        assertThat(following.state().state()).isEqualTo(RulesetState.State.CURRENT);
    }

    @AfterEach
    void stop() {
        following.close();
    }

    private Following start(Path folder) {
        return Following.start(folder, temporary.resolve("data"));
    }

    @Test
    void aCellThatIsSavedAloneGoesLiveAsAnotherVersion() {
        String before = following.version();
        rules.withoutScenarios();
        following.next();
        assertThat(following.version()).isEqualTo(before);
        assertThat(total()).isEqualTo("2000.00");
        rules.edit(GRANTS, "2_000", "2_400");
        following.next(now -> !following.version().equals(before));
        assertThat(total()).isEqualTo("2400.00");
        rules.edit(GRANTS, "2_400", "2_000");
        following.next(now -> following.version().equals(before));
        assertThat(total()).isEqualTo("2000.00");
    }

    @Test
    void aValueThatIsTakenFromAListGoesLiveToo() {
        rules.edit(TOWNS, "Dongshan\n", "");
        assertThat(following.next().state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(total()).isEqualTo("0.00");
    }

    @Test
    void aCellByWhichAScenarioFailsNeverGoesLive() {
        String before = following.version();
        rules.edit(GRANTS, "2_000", "2_400");
        RulesetState refused = following.next();
        assertThat(refused.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(refused.folder().faults()).extracting(Fault::code).containsOnly(FaultCode.SCENARIO_FAILED);
        assertThat(following.version()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobs-2025/grants.csv           | 5_000  | 5.0.0   | TABLE_CELL   | 3:7 | 5.0.0
            jobs-2025/grants.csv           | 3..10  | 2..10   | ROWS_OVERLAP | 3:1 | grants.csv:2
            jobs-2025/least-wages.csv      | COLLEGE| COLEGE  | TABLE_CELL   | 2:12 | COLEGE
            jobs-2025/least-wages.csv      | ,3_000 | ''      | LIST_ROW     | 2:1 | 2
            vocabulary/supported-towns.csv | town   | town,of | LIST_ROW     | 2:1 | 1
            """)
    void aBrokenFileLeavesTheOldRulesAndIsToldInBothLanguagesAtItsCell(
            String file, String from, String to, FaultCode code, String place, String value) {
        String before = following.version();
        rules.edit(file, from, to);
        RulesetState refused = following.next();
        assertThat(refused.state()).isEqualTo(RulesetState.State.STALE);
        Fault fault = refused.folder().faults().get(0);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.place()).hasToString(file + ":" + place);
        assertThat(fault.told(Language.EN)).contains(value);
        assertThat(fault.told(Language.ZH)).contains(value).containsPattern("\\p{IsHan}");
        assertThat(refused.folder().sources().excerpt(fault.place()).line()).isNotBlank();
        assertThat(refused.folder().faults())
                .extracting(one -> one.place().file())
                .containsOnly(file);
        assertThat(following.version()).isEqualTo(before);
        assertThat(total()).isEqualTo("2000.00");
    }

    @Test
    void aFileThatASpreadsheetSavedForChineseWindowsIsToldToBeNoUtf8() throws IOException {
        Files.write(rules.path(GRANTS), "人数,补贴\n1..3,2000\n".getBytes(Charset.forName("GB18030")));
        RulesetState refused = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(refused.folder().faults()).extracting(Fault::code).containsExactly(FaultCode.NOT_UTF8);
        Fault fault = refused.folder().faults().get(0);
        assertThat(fault.place()).hasToString(GRANTS + ":1:1");
        assertThat(refused.folder().sources().excerpt(fault.place()).line()).isEqualTo("人数,补贴");
    }

    @ParameterizedTest
    @CsvSource({
        "jobs-2025/grants.csv, UNKNOWN_TABLE, jobs-2025/rules.drl, grants",
        "jobs-2025/small.csv, UNKNOWN_TABLE, jobs-2025/rules.drl, small",
        "vocabulary/supported-towns.csv, UNKNOWN_LIST, jobs-2025/rules.drl, SupportedTowns"
    })
    void aFileThatARuleReadsIsMissedWhereTheRuleNamesIt(String file, FaultCode code, String rule, String name) {
        String before = following.version();
        String text = rules.text(file);
        rules.remove(file);
        RulesetState refused = following.next(now -> now.state() == RulesetState.State.STALE);
        assertThat(refused.folder().faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place().file()).isEqualTo(rule);
            assertThat(fault.told(Language.EN)).contains(name);
            assertThat(fault.told(Language.ZH)).contains(name);
        });
        assertThat(following.version()).isEqualTo(before);
        rules.save(file, text);
        following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(following.version()).isEqualTo(before);
    }

    @Test
    void aRestartOnABrokenTableServesTheKeptOneByteForByte() {
        rules.save(GRANTS, "\uFEFF" + rules.text(GRANTS).replace("\n", "\r\n"));
        following.next();
        String version = following.version();
        byte[] kept = rules.text(GRANTS).getBytes(StandardCharsets.UTF_8);
        following.close();
        rules.edit(GRANTS, "2_000", "two thousand");
        following = start(rules.folder());
        RulesetState now = following.state();
        assertThat(now.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(now.live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.KEPT);
        assertThat(following.version()).isEqualTo(version);
        assertThat(now.live().orElseThrow().sources().files()).containsEntry(GRANTS, kept);
        assertThat(total()).isEqualTo("2000.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobs-2025/grants.csv           | 2_000   | 2_400
            jobs-2025/least-wages.csv      | 3_000   | 3_100
            vocabulary/supported-towns.csv | Nanguan | Beiguan
            jobs-2025/rules.drl            | >= 12   | >= 6
            """)
    void whatIsChangedInPlaceIsToldToChangeAnswersForPastDays(String file, String from, String to) {
        rules.withoutScenarios();
        following.next();
        rules.edit(file, from, to);
        RulesetState now = following.next();
        assertThat(now.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(changes(now)).containsExactly("jobs-2025/rules.drl:7:6");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jobs-2025/grants.csv           | 2_000          | 2000.00
            jobs-2025/grants.csv           | 1..3           | 1.. 3
            jobs-2025/least-wages.csv      | 2025-01-01,BAC | 2025/1/1,BAC
            vocabulary/supported-towns.csv | Nanguan        | Nanguan\\nNanguan
            """)
    void whatIsOnlyWrittenOtherwiseIsNot(String file, String from, String to) {
        rules.withoutScenarios();
        following.next();
        rules.edit(file, from, to.replace("\\n", "\n"));
        assertThat(changes(following.next())).isEmpty();
    }

    @Test
    void aRowFromADayOnChangesNoAnswerForPastDays() {
        rules.withoutScenarios();
        following.next();
        rules.save(LEAST_WAGES, rules.text(LEAST_WAGES) + "2027-01-01,COLLEGE,3_500\n");
        RulesetState now = following.next();
        assertThat(now.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(changes(now)).isEmpty();
        rules.save(LEAST_WAGES, rules.text(LEAST_WAGES) + "2026-01-01,COLLEGE,3_200\n");
        assertThat(changes(following.next())).hasSize(1);
    }

    @Test
    void rowsThatNoScenarioReachesAreToldAtTheFirstOfThem() {
        List<Notice> untried = following.state().folder().notices().stream()
                .map(RulesetState.Noticed::notice)
                .filter(notice -> notice.code() == NoticeCode.ROW_WITHOUT_SCENARIO)
                .toList();
        assertThat(untried)
                .extracting(notice -> notice.place().toString())
                .containsExactly(GRANTS + ":4:1", "jobs-2025/small.csv:3:1");
        assertThat(untried.get(0).told(Language.EN)).contains("grants", "4").doesNotContain("3");
        assertThat(untried.get(0).told(Language.ZH)).contains("grants", "4").containsPattern("\\p{IsHan}");
    }

    private static List<String> changes(RulesetState now) {
        return now.folder().notices().stream()
                .map(RulesetState.Noticed::notice)
                .filter(notice -> notice.code() == NoticeCode.PAST_ANSWERS_CHANGED)
                .map(notice -> notice.place().toString())
                .toList();
    }

    private String total() {
        Ruleset ruleset = following.live().current();
        return ruleset.evaluate(ruleset.reader().read(ONE_HIRE, LocalDate.EPOCH), Explain.SUMMARY)
                .total()
                .toString();
    }
}
