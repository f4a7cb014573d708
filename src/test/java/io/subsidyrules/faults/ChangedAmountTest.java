package io.subsidyrules.faults;

import static io.subsidyrules.faults.FaultExample.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever changes an amount is told where the scenarios have the old one, and how many they are. */
class ChangedAmountTest {

    private static final String POLICY = "hebei-quality-2022/";
    private static final String MEASURE = POLICY + "measure-09.drl";
    private static final String SCENARIOS = POLICY + "t.scenarios.yaml";
    private static final String ONE = """
            asOf: 2023-05-01
            scenarios:
              - name: %s
                applicant: { kind: ENTERPRISE, divisionCode: "130100", industry: MANUFACTURING }
                claims: [ { type: DesignPurchase, approvedExpenses: 100.00 } ]
                expect: { total: %s }
            """;

    @Test
    void everyExpectationIsToldAtTheValueThatIsToBeCorrectedAndASummaryCountsThem() {
        RuleSources changed = FaultExample.changed(RULES, MEASURE, "yuan( 1_000_000 ) );", "yuan( 1_200_000 ) );");
        Judgement judgement = Judgement.of(changed);
        assertThat(judgement.faults()).hasSizeGreaterThan(30).allSatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(FaultCode.SCENARIO_FAILED);
            String line = FaultExample.text(changed, fault.place().file())
                    .lines()
                    .skip(fault.place().line() - 1L)
                    .findFirst()
                    .orElseThrow();
            assertThat(line.substring(fault.place().column() - 1).replaceAll("[\\[\"']", ""))
                    .startsWith(expected(fault).replaceAll("[\\[\"']", "").substring(0, 5));
        });
        assertThat(judgement.faults()).extracting(Fault::place).doesNotHaveDuplicates();
        assertThat(judgement.summary().get(0))
                .isEqualTo(new Text(
                        "29 expectations in 18 scenarios of 2 files: 1000000.00 is now 1200000.00.",
                        "2 个文件的 18 个场景中有 29 处预期：1000000.00 现为 1200000.00。"));
    }

    @Test
    void aFaultOfOneScenarioKeepsNoOtherFromBeingRun() {
        RuleSources faulty = FaultExample.with(
                RULES,
                SCENARIOS,
                ONE.formatted("a", "50.00").replace("kind:", "kind: ZONE, kind:")
                        + ONE.formatted("b", "51.00")
                                .lines()
                                .skip(2)
                                .reduce("", (before, line) -> before + line + "\n"));
        assertThat(Judgement.of(faulty).faults())
                .extracting(fault -> fault.place() + " " + fault.code())
                .containsExactly(SCENARIOS + ":4:30 MEMBER_TWICE", SCENARIOS + ":10:22 SCENARIO_FAILED");
    }

    @Test
    void whatMergeKeysTakeOverCountsAndOwnMembersCountMore() {
        String merged = ONE.formatted("a", "50.00").replace("applicant: {", "applicant: &first {") + """
              - name: b
                applicant: { <<: *first, industry: MINING }
                claims: [ { type: DesignPurchase, approvedExpenses: 100.00 } ]
                expect: { total: 0.00 }
              - name: c
                applicant: { <<: [ *first, { industry: MINING } ] }
                claims: [ { type: DesignPurchase, approvedExpenses: 100.00 } ]
                expect: { total: 50.00 }
            """.indent(0);
        assertThat(Judgement.of(FaultExample.with(RULES, SCENARIOS, merged)).faults())
                .isEmpty();
    }

    @Test
    void whatSeveralScenariosReferToIsToldOnce() {
        String merged = ONE.formatted("a", "50.00")
                        .replace("applicant: {", "applicant: &first {")
                        .replace("\"1301", "1301")
                        .replace("00\",", "00,")
                + """
              - name: b
                applicant: *first
                claims: [ { type: DesignPurchase, approvedExpenses: 100.00 } ]
                expect: { total: 50.00 }
            """.indent(0);
        assertThat(Judgement.of(FaultExample.with(RULES, SCENARIOS, merged)).faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.SCENARIO_REFUSED);
    }

    private static String expected(Fault fault) {
        List<String> words = List.of(fault.text().en().split("expected |, but the rules give ", -1));
        return words.get(1);
    }
}
