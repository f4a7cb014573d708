package io.subsidyrules.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ChangeWording;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is told of an item by example: when to wait, what pays more, in which order. */
class ChangesTest {

    private static final Map<String, String> FILES = Map.of(
            "vocabulary/v.drl",
            """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "主体" )
                id : String @required @check( "GB 32100-2015" ) @en( "id" ) @zh( "编号" )
            end
            declare Claim @en( "claim" ) @zh( "事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """,
            "p/types.drl",
            """
            package p;
            import vocabulary.*;
            declare Work extends Claim @en( "work" ) @zh( "工程" )
                year : Integer @en( "year" ) @zh( "年" )
                staff : Integer @changeable @en( "staff" ) @zh( "人数" )
                cost : BigDecimal @changeable @en( "cost" ) @zh( "造价" )
                code : String @pattern( "[A-Z]{3}" ) @en( "code" ) @zh( "代码" )
                site : String @en( "site" ) @zh( "工地" )
            end
            """,
            "p/policy.yaml",
            ManyRules.policy("          - { id: i, title: { en: t, zh: t } }\n"));

    @Test
    void aRuleThatHasYetToBeginIsWaitedForThoughTheLastOneWouldHaveDone() {
        assertThat(told("2023-01-01", "\"year\":1", """
                rule "old" @item( "i" ) @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01" date-expires "2022-01-01"
                when $w : Work( year == 1 ) then award( $w, yuan( 1 ) ); end
                rule "new" @item( "i" ) @clause( "1.1" ) @per( "p" ) date-effective "2024-01-01"
                when $w : Work( year == 1 ) then award( $w, yuan( 5 ) ); end
                """))
                .containsExactly("5.00, true: date of the evaluation: 1 January 2024 or later");
    }

    @Test
    void aRuleThatIsOverCannotBeWaitedFor() {
        assertThat(told("2023-01-01", "\"year\":1", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01" date-expires "2022-01-01"
                when $w : Work( year == 1 ) then award( $w, yuan( 1 ) ); end
                """))
                .containsExactly("1.00, false: date of the evaluation: from 1 January 2020 to 31 December 2021");
    }

    @Test
    void aTextIsToldByItsBeginningAndItsEnd() {
        assertThat(told("2023-01-01", "\"site\":\"x\"", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $w : Work( site str[startsWith] "13", site str[endsWith] "9", site != "139" ) then award( $w, yuan( 1 ) ); end
                """))
                .containsExactly("1.00, false: site: beginning with “13”, ending with “9”, other than “139”");
    }

    /** No text of three letters begins with AB and ends with BC but the one in which they overlap. */
    @Test
    void aBeginningAndAnEndCanOverlap() {
        assertThat(told("2023-01-01", "\"code\":\"XYZ\"", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $w : Work( code str[startsWith] "AB", code str[endsWith] "BC" ) then award( $w, yuan( 1 ) ); end
                """))
                .containsExactly("1.00, false: code: beginning with “AB”, ending with “BC”");
    }

    /** Neither has a character in common with the other, so three letters are too few. */
    @Test
    void aBeginningAndAnEndThatDoNotFitAreNotTold() {
        assertThat(told("2023-01-01", "\"code\":\"XYZ\"", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $w : Work( code str[startsWith] "AB", code str[endsWith] "CD" ) then award( $w, yuan( 1 ) ); end
                """)).isEmpty();
    }

    @Test
    void ofTwoRangesTheOneIsToldThatPaysMore() {
        for (String cost : List.of("\"year\":1", "\"cost\":100,\"year\":1")) {
            assertThat(told("2023-01-01", cost, """
                    rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                    when $w : Work( $cost : cost, cost != 100, year == 2 ) then award( $w, percent( 50 ).of( $cost ).atMost( yuan( 1_000 ) ) ); end
                    """)).containsExactly("1000.00, false: cost: 100.01 or more, year: 2");
        }
    }

    @Test
    void whatAnApplicantCanChangeStandsBeforeWhatItCannot() {
        assertThat(told("2023-01-01", "\"year\":1,\"staff\":1", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $w : Work( year == 2 || staff == 2 ) then award( $w, yuan( 1 ) ); end
                """))
                .containsExactly("1.00, true: staff: 2", "1.00, false: year: 2");
    }

    /** At least 100 yuan, of which no cost makes more. */
    @Test
    void aFieldIsNotAskedForWhereTheAmountIsTheSameWithoutIt() {
        assertThat(told("2023-01-01", "\"year\":1", """
                rule "i" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $w : Work( $cost : cost, year == 2 )
                then award( $w, percent( 1 ).of( $cost ).atMost( yuan( 50 ) ).atLeast( yuan( 100 ) ).atMost( yuan( 200 ) ) ); end
                """)).containsExactly("100.00, false: year: 2");
    }

    private static List<String> told(String asOf, String fields, String rules) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put("p/rules.drl", "package p;\nimport vocabulary.*;\n" + rules);
        String request = """
                {"asOf":"%s","applicant":{"id":"91130100MA0ABCDE10"},"claims":[{"type":"Work","id":"c1",%s}]}""".formatted(asOf, fields);
        try (Ruleset ruleset = Ruleset.of(RuleSources.of(files))) {
            Answer answer = ruleset.evaluate(
                    ruleset.reader().read(request.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH), Explain.CHANGES);
            return answer.claims().get(0).items().get(0).explanation().orElseThrow().changes().orElseThrow().stream()
                    .map(change -> "%s, %s: %s"
                            .formatted(
                                    change.gain().amount(),
                                    change.changeable(),
                                    String.join(
                                            ", ",
                                            change.fields().stream()
                                                    .map(fact -> ChangeWording.of(fact, Language.EN))
                                                    .toList())))
                    .toList();
        }
    }
}
