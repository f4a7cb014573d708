package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario can say what was awarded before, and limits count it as a decision would. */
class EarlierScenariosTest {

    private static final Ruleset RULESET =
            Ruleset.of(SourceFolder.sources(Path.of("src/test/resources/recorded-limits")));

    private static List<Fault> faults(String scenario) {
        Faults faults = new Faults();
        List<Scenario> scenarios = ScenarioFile.read(
                "limited/rules.scenarios.yaml",
                "asOf: 2021-06-01\nscenarios:\n  - name: One\n" + scenario.indent(4),
                faults);
        ScenarioRunner runner = new ScenarioRunner(RULESET);
        List<Fault> all = new ArrayList<>(faults.inOrder());
        scenarios.forEach(one -> all.addAll(runner.run(one)));
        return all;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-03-01 | 900_000 | 100000.00
            2020-12-31 | 900_000 | 400000.00
            2021-03-01 | 1_000_000 | 0.00
            """)
    void aLimitCountsWhatWasAwardedBefore(String decidedOn, String amount, String total) {
        assertThat(faults("""
                applicant: {}
                claims: [ { type: Project, number: "7", cost: 400000 } ]
                earlier: [ { item: project, decidedOn: %s, amount: %s } ]
                expect: { total: %s }
                """.formatted(decidedOn, amount, total))).isEmpty();
    }

    @Test
    void withoutEarlierAwardsTheWholeLimitIsLeft() {
        assertThat(faults("""
                applicant: {}
                claims: [ { type: Project, number: "7", cost: 400000 } ]
                expect: { total: 400000.00 }
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , applicant: { id: 91130100MA0ABCDE29, parent: 91130100MA0ABCDE10 }  | 200000.00
            , applicant: { id: 91130100MA0ABCDE29, parent: other }               | 400000.00
                                                                                 | 200000.00
            """)
    void theAwardOfAnotherApplicantCountsForItsGroup(String applicant, String total) {
        assertThat(faults("""
                applicant: { parent: 91130100MA0ABCDE10 }
                claims: [ { type: Training, number: "7", cost: 400000 } ]
                earlier: [ { item: training, decidedOn: 2020-05-01, amount: 300_000 %s } ]
                expect: { total: %s }
                """.formatted(applicant == null ? "" : applicant, total)))
                .isEmpty();
    }

    /** YAML counts 0x1F, 12:30 and 0123 as numbers, which a text of a claim can be. */
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "0x1F", "12:30", "0123", "1_23", "A7", "2021-03-01"})
    void aKeyIsReadAsThatOfAClaim(String number) {
        assertThat(faults("""
                applicant: {}
                claims: [ { type: Project, number: %1$s, cost: 400000 } ]
                earlier: [ { item: project, decidedOn: 2019-03-01, amount: 5, keys: { number: %1$s } } ]
                expect: { items: { project: NOT_ELIGIBLE } }
                """.formatted(number))).isEmpty();
    }

    @Test
    void anItemThatAwardsNothingIsToldAtItsPlace() {
        assertThat(faults("""
                claims: [ { type: Project, number: "7", cost: 400000 } ]
                earlier: [ { item: projekt, decidedOn: 2021-05-01, amount: 300_000 } ]
                expect: { total: 0.00 }
                """)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_FAILED);
            assertThat(fault.place().line()).isEqualTo(5);
            assertThat(fault.told(Language.EN)).contains("Maybe project?");
            assertThat(fault.told(Language.ZH)).contains("project");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { item: project, decidedOn: 2021-05-01, amount: 0 }      | SCENARIO_AMOUNT
            { item: project, decidedOn: 2021-05-01, amount: 1.001 }  | SCENARIO_AMOUNT
            { item: project, decidedOn: 2021-05-01 }                 | MEMBER_MISSING
            { item: project, amount: 5 }                             | MEMBER_MISSING
            { item: project, decidedOn: 2021-05-01, amount: 5, on: 1 } | MEMBER_UNKNOWN
            """)
    void whatIsMissingOrWrongIsToldAndNothingElse(String award, FaultCode code) {
        assertThat(faults("""
                claims: [ { type: Project, number: "7", cost: 400000 } ]
                earlier: [ %s ]
                expect: { total: 0.00 }
                """.formatted(award))).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void changesAreNotLookedForBesideEarlierAwards() {
        assertThat(faults("""
                claims: [ { type: Project, number: "7", cost: 400000 } ]
                earlier: [ ]
                expect: { items: { project: { changes: [ ] } } }
                """)).singleElement().satisfies(fault -> assertThat(fault.told(Language.EN))
                .contains("changes are not looked for"));
    }

    @AfterAll
    static void close() {
        RULESET.close();
    }
}
