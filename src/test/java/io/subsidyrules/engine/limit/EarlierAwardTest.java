package io.subsidyrules.engine.limit;

import static io.subsidyrules.engine.limit.LimitedAnswer.json;
import static io.subsidyrules.engine.limit.LimitedAnswer.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.ManyRules;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Consulted;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Earlier awards as a condition: known where recorded awards are looked at, and unknown elsewhere. */
class EarlierAwardTest {

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @en( "id" ) @zh( "编号" )
                parent : String @en( "holding company" ) @zh( "控股公司" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    private static final String ITEMS = """
                      - { id: first, title: { en: first growth, zh: 首次增长 } }
                      - { id: again, title: { en: repeated growth, zh: 再次增长 } }
            """;

    private static Ruleset ruleset(String when) {
        return ruleset(when, "", ITEMS);
    }

    private static Ruleset ruleset(String when, String more, String items) {
        String rules = """
                package p;
                import vocabulary.*;
                global java.time.LocalDate asOf;
                declare Growth extends Claim @en( "growth" ) @zh( "增长" )
                    site : String @key @en( "site" ) @zh( "厂区" )
                    cost : BigDecimal @changeable @en( "cost" ) @zh( "费用" )
                end
                rule "first" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $growth : Growth( cost > 0 ) then award( $growth, yuan( 100 ) ); end
                rule "again" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when
                    Applicant( $parent : parent )
                    $growth : Growth( cost > 0 )
                    %s
                then award( $growth, yuan( 500 ) ); end
                %s
                """.formatted(when, more);
        return Ruleset.of(RuleSources.of(Map.of(
                "vocabulary/v.drl", VOCABULARY, "p/rules.drl", rules, "p/policy.yaml", ManyRules.policy(items))));
    }

    private static Request request(Ruleset ruleset, String facts) {
        String body = """
                {"asOf":"2024-06-01","applicant":{"id":"A1","parent":"P"},"claims":[{"type":"Growth","id":"c1"%s}]}""".formatted(facts);
        return ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
    }

    private static RecordedAward award(String item, String day, String applicant, String site) {
        return new RecordedAward(
                "d1",
                0,
                LocalDate.parse(day),
                "p",
                item,
                "1.1",
                "Growth",
                Map.of("site", site),
                applicant,
                Map.of("parent", "P"),
                Yuan.of("100.00"));
    }

    /** The status of the item that asks. */
    private static String status(String when, RecordedAward... awards) {
        try (Ruleset ruleset = ruleset(when)) {
            Request request = request(ruleset, ",\"site\":\"east\",\"cost\":5");
            Answer answer = ruleset.evaluate(request, Explain.FULL, new EarlierAwards(Map.of(), List.of(awards)));
            assertThat(answer.earlierAwards()).contains(Consulted.CONSULTED);
            return answer.claims().get(0).items().get(1).status().name();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not Awards( item == "first" )                             | first | 2023-05-01 | A1    | west | NOT_ELIGIBLE
            not( Awards( item == "first" ) )                          | first | 2023-05-01 | A1    | west | NOT_ELIGIBLE
            exists Awards( item == "first" )                          | first | 2023-05-01 | A1    | west | ELIGIBLE
            exists( Awards( item == "first" ) );                      | first | 2023-05-01 | A1    | west | ELIGIBLE
            exists Awards( item in ( "first", "again" ) )             | again | 2023-05-01 | A1    | west | ELIGIBLE
            exists Awards( item == "first" )                          | again | 2023-05-01 | A1    | west | NOT_ELIGIBLE
            exists Awards( clause == "1.1" )                          | again | 2023-05-01 | A1    | west | ELIGIBLE
            exists Awards()                                           | again | 2023-05-01 | A1    | west | ELIGIBLE
            exists Awards( item == "first" )                          | first | 2023-05-01 | other | west | NOT_ELIGIBLE
            exists Awards( item == "first", of( $parent ) )           | first | 2023-05-01 | other | west | ELIGIBLE
            exists Awards( item == "first", of( project ) )           | first | 2023-05-01 | other | west | NOT_ELIGIBLE
            exists Awards( item == "first", of( project ) )           | first | 2023-05-01 | other | EAST | ELIGIBLE
            not Awards( item == "first", year == asOf.year )          | first | 2024-01-01 | A1    | west | NOT_ELIGIBLE
            not Awards( item == "first", year == asOf.year )          | first | 2023-12-31 | A1    | west | ELIGIBLE
            exists Awards( item == "first", year == asOf.year - 1 )   | first | 2023-12-31 | A1    | west | ELIGIBLE
            exists Awards( item == "first", year == asOf.year - 1 )   | first | 2024-01-01 | A1    | west | NOT_ELIGIBLE
            exists Awards( decidedOn > asOf.minusYears( 3 ) )         | first | 2021-06-02 | A1    | west | ELIGIBLE
            exists Awards( decidedOn > asOf.minusYears( 3 ) )         | first | 2021-06-01 | A1    | west | NOT_ELIGIBLE
            """)
    void itHoldsByWhatIsRecorded(String when, String item, String day, String applicant, String site, String expected) {
        assertThat(status(when, award(item, day, applicant, site))).isEqualTo(expected);
    }

    @Test
    void noneIsRecordedWhereNothingIs() {
        assertThat(status("not Awards( item == \"first\" )")).isEqualTo("ELIGIBLE");
        assertThat(status("exists Awards( item == \"first\" )")).isEqualTo("NOT_ELIGIBLE");
    }

    @Test
    void itIsUnknownWhereRecordedAwardsAreNotLookedAt() {
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\" )")) {
            Answer answer = ruleset.evaluate(request(ruleset, ",\"site\":\"east\",\"cost\":5"), Explain.CHANGES);
            assertThat(answer.earlierAwards()).contains(Consulted.NOT_CONSULTED);
            assertThat(outcomes(answer)).containsExactly("100.00");
            assertThat(answer.claims().get(0).items().get(1)).satisfies(item -> {
                assertThat(item.status().name()).isEqualTo("UNDETERMINED");
                assertThat(item.atStake()).contains(Yuan.of("500.00"));
                assertThat(item.missing()).isEmpty();
                assertThat(item.explanation().orElseThrow().conditions())
                        .filteredOn(condition -> condition.truth() == Truth.UNKNOWN)
                        .singleElement()
                        .satisfies(condition -> {
                            assertThat(condition.seen().text().in(Language.EN))
                                    .isEqualTo("no award for “first growth” is recorded");
                            assertThat(condition.seen().text().in(Language.ZH)).isEqualTo("未获得过“首次增长”的奖补");
                        });
            });
            assertThat(answer.questions()).isEmpty();
        }
    }

    @Test
    void aLimitWhoseConditionIsNotLookedUpLeavesItsAwardsUndetermined() {
        try (Ruleset ruleset = LimitedAnswer.products(
                "not Awards( item == \"product\" ) $awards : Awards( item == \"product\" )",
                "limit( $awards, yuan( 100_000 ) );")) {
            Request asked = LimitedAnswer.request(
                    ruleset,
                    "2024-06-01",
                    "",
                    LimitedAnswer.product("c1", "a", "80000"),
                    LimitedAnswer.product("c2", "a", "80000"));
            assertThat(outcomes(ruleset.evaluate(asked, Explain.FULL)))
                    .containsExactly("at stake 80000.00", "at stake 80000.00");
        }
    }

    @Test
    void oneRuleThatAsksForTheApplicantAloneIsEnoughToLookItUp() {
        String help = """
                rule "help" @clause( "1.1" ) @per( "p" ) date-effective "2020-01-01"
                when $a : Applicant( id != "none" ) not Awards( item == "first" ) then support( $a ); end
                """;
        String items = ITEMS + "          - { id: help, title: { en: help, zh: 帮扶 } }\n";
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\" )", help, items)) {
            String body = """
                    {"asOf":"2024-06-01","applicant":{"id":"A1"},"claims":[]}""";
            Request asked = ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
            assertThat(ruleset.limitedAwards(asked)).hasSize(1);
        }
    }

    @Test
    void noChangeIsToldThatHangsOnIt() {
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\" )")) {
            Answer answer = ruleset.evaluate(request(ruleset, ",\"site\":\"east\",\"cost\":0"), Explain.CHANGES);
            assertThat(answer.claims()
                            .get(0)
                            .items()
                            .get(0)
                            .explanation()
                            .orElseThrow()
                            .changes()
                            .orElseThrow())
                    .hasSize(1);
            assertThat(answer.claims()
                            .get(0)
                            .items()
                            .get(1)
                            .explanation()
                            .orElseThrow()
                            .changes()
                            .orElseThrow())
                    .isEmpty();
        }
    }

    @Test
    void itIsLookedUpLikeWhatLimitsCount() {
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\", year == asOf.year - 1 )")) {
            assertThat(ruleset.limitedAwards(request(ruleset, "")))
                    .containsExactly(new AwardQuery(
                            new AwardQuery.OfApplicant("A1"),
                            Set.of(new AwardQuery.Item("p", "first")),
                            Optional.of(LocalDate.of(2023, 1, 1))));
        }
        try (Ruleset ruleset = ruleset("exists Awards( of( project ) )")) {
            assertThat(ruleset.limitedAwards(request(ruleset, ""))).isEmpty();
            assertThat(ruleset.limitedAwards(request(ruleset, ",\"site\":\"east\"")))
                    .extracting(AwardQuery::scope)
                    .containsExactly(new AwardQuery.OfProject(Map.of("site", "east")));
        }
    }

    @Test
    void theLetterSaysWhatIsLookedUpLater() {
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\" )")) {
            Request request = request(ruleset, ",\"site\":\"east\",\"cost\":5");
            Answer answer = ruleset.evaluate(request, Explain.FULL);
            assertThat(letter(ruleset, request, answer, Language.EN))
                    .contains("whether no award for “first growth” is recorded, which is looked up");
            assertThat(letter(ruleset, request, answer, Language.ZH)).contains("是否未获得过“首次增长”的奖补（作出决定时查询）");
        }
    }

    private static String letter(Ruleset ruleset, Request request, Answer answer, Language language) {
        return new String(
                        StatementForm.TEXT.bytes(StatementBuilder.of(
                                ruleset,
                                request,
                                answer,
                                Explain.FULL,
                                language,
                                new Origin.Evaluated(LocalDate.EPOCH))),
                        StandardCharsets.UTF_8)
                .replaceAll("\\s+", language == Language.EN ? " " : "");
    }

    @Test
    void whatFailsIsSaidInTheLetterOfTheAnswer() {
        try (Ruleset ruleset = ruleset("not Awards( item == \"first\" )")) {
            Answer answer = ruleset.evaluate(
                    request(ruleset, ",\"site\":\"east\",\"cost\":5"),
                    Explain.FULL,
                    new EarlierAwards(Map.of(), List.of(award("first", "2023-05-01", "A1", "west"))));
            assertThat(json(answer, Language.EN).toString()).contains("no award for “first growth” is recorded");
            assertThat(answer.claims().get(0).items().get(1).failed())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.pointer()).isEqualTo("/applicant/id"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not Awards( item == "frist" )                | LIMIT_CHOICE
            not Awards( items == "first" )               | UNKNOWN_FIELD
            not Awards( item == "first", same( site ) )  | UNKNOWN_FIELD
            not Awards( item == "first", of( $x ) )      | UNKNOWN_VARIABLE
            not Awards( item == "first", of( $growth ) ) | UNKNOWN_VARIABLE
            not Awards( year == asOf.year - 1000 )       | SHIFT_OUT_OF_RANGE
            $a : Awards( item == "first" )               | AWARDS_WITHOUT_LIMIT
            forall Awards( item == "first" )             | PATTERN_REFUSED
            not Awards( item == "first"                  | BRACKET_NOT_CLOSED
            """)
    void whatCannotBeAskedIsRefused(String when, String code) {
        assertThatThrownBy(() -> ruleset(when)).hasMessageContaining(code);
    }
}
