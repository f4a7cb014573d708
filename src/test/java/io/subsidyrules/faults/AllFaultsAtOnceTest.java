package io.subsidyrules.faults;

import static io.subsidyrules.faults.FaultExample.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever made several mistakes is told of all of them at once, and of each only once. */
class AllFaultsAtOnceTest {

    private static final String FIRST = "hebei-quality-2022/measure-01.drl";
    private static final String NINTH = "hebei-quality-2022/measure-09.drl";
    private static final String CLAIMS = "hebei-quality-2022/claims.drl";
    private static final String POLICY = "hebei-quality-2022/policy.yaml";

    @Test
    void aFaultOfSyntaxHidesNoFaultOfNamesInAnotherFileAndAllComeInTheOrderOfTheFiles() {
        RuleSources faulty = FaultExample.changed(RULES, NINTH, "yuan( 1_000_000 )", "yuan( 1_000_000");
        faulty = FaultExample.changed(faulty, POLICY, "  zh: 河北省人民政府\n", "");
        faulty = FaultExample.changed(faulty, FIRST, "listed ==", "lisded ==");
        assertThat(told(faulty))
                .containsExactly(
                        "hebei-quality-2022/measure-01.drl:11:33 UNKNOWN_FIELD",
                        "hebei-quality-2022/measure-09.drl:16:10 BRACKET_NOT_CLOSED",
                        "hebei-quality-2022/policy.yaml:22:3 LANGUAGE_MISSING");
    }

    @Test
    void aFaultOfOneRuleHidesNoneOfAnotherRuleOfTheFile() {
        RuleSources faulty = FaultExample.changed(RULES, NINTH, "when\n    $centre", "    $centre");
        faulty = FaultExample.changed(faulty, NINTH, "CentreLevel.NATIONAL", "CentreLevel.NATIONL");
        faulty = FaultExample.changed(faulty, NINTH, "percent( 50 )", "percent( 500 )");
        assertThat(told(faulty))
                .containsExactly(
                        NINTH + ":13:5 EXPECTED",
                        NINTH + ":24:50 UNKNOWN_CONSTANT",
                        NINTH + ":38:32 PERCENT_OUT_OF_RANGE");
    }

    @Test
    void allFaultsOfOneConditionAndOfOneOutcomeAreTold() {
        RuleSources faulty = FaultExample.changed(
                RULES,
                NINTH,
                "level == CentreLevel.PROVINCIAL",
                "levl == 1 || !( name > \"A\" && level = CentreLevl.X )");
        faulty = FaultExample.changed(
                faulty, NINTH, "percent( 50 ).of( $expenses ).atMost( yuan( 1_000_000 ) )", "percent( 0 ).of( $cost )");
        assertThat(told(faulty))
                .containsExactly(
                        NINTH + ":14:29 UNKNOWN_FIELD",
                        NINTH + ":14:50 NOT_ORDERED",
                        NINTH + ":14:65 OPERATOR_REFUSED",
                        NINTH + ":14:67 UNKNOWN_ENUM",
                        NINTH + ":39:23 CEILING_MISSING",
                        NINTH + ":39:32 PERCENT_OUT_OF_RANGE",
                        NINTH + ":39:40 UNKNOWN_VARIABLE");
    }

    @Test
    void whatAFileThatCannotBeReadHoldsIsNotMissedElsewhere() {
        RuleSources faulty = FaultExample.with(RULES, CLAIMS, "/* " + FaultExample.text(RULES, CLAIMS));
        faulty = FaultExample.changed(faulty, "vocabulary/applicant.drl", "declare Applicant\n", "declare\n");
        faulty = FaultExample.changed(faulty, POLICY, "id: hebei", "id：hebei");
        assertThat(told(faulty))
                .containsExactly(
                        CLAIMS + ":1:1 COMMENT_NOT_CLOSED",
                        POLICY + ":17:3 FULL_WIDTH_CHARACTER",
                        "vocabulary/applicant.drl:34:5 EXPECTED");
    }

    @Test
    void whatOnlyLooksLikeASlipIsNone() {
        RuleSources sound = FaultExample.changed(
                RULES,
                FIRST,
                "listed == true",
                "listed == true, !( year in ( 1901,1902,1903 ) ), standard != \"“甲”and乙 30,000 或 ≥ // (\" /* ￥（，） */");
        assertThat(Diagnosis.of(sound)).extracting(fault -> fault.code().name()).containsOnly("SCENARIO_FAILED");
    }

    private static List<String> told(RuleSources sources) {
        return Diagnosis.of(sources).stream().map(AllFaultsAtOnceTest::told).toList();
    }

    private static String told(Fault fault) {
        Place place = fault.place();
        return place + " " + fault.code();
    }
}
