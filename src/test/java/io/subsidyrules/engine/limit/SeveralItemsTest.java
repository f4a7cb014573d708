package io.subsidyrules.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.policy.Yuan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits over several items of one claim, which hold together or exclude each other. */
class SeveralItemsTest {

    private static final String FACTS = """
            package p;
            import vocabulary.*;
            global java.time.LocalDate asOf;
            declare enum Level X( "x", "甲" ), Y( "y", "乙" ); en : String zh : String end
            declare enum Kind FRIDGE( "fridge", "冰箱" ), OVEN( "oven", "烤箱" ); en : String zh : String end
            declare Work extends Claim @en( "work" ) @zh( "工程" )
                name : String @key @en( "name" ) @zh( "名称" )
                kind : Kind @key @en( "kind" ) @zh( "类别" )
                level : Level @changeable @en( "level" ) @zh( "等级" )
                signed : Boolean @changeable @en( "signed" ) @zh( "已签约" )
                price : BigDecimal @changeable @range( "0..1000" ) @en( "price" ) @zh( "价格" )
            end
            """;

    private static final String VOCABULARY = """
            package vocabulary;
            declare Applicant @en( "applicant" ) @zh( "申请主体" )
                id : String @en( "id" ) @zh( "编号" )
                sales : BigDecimal @changeable @range( "0..2000" ) @en( "sales" ) @zh( "销售额" )
            end
            declare Claim @en( "claim" ) @zh( "申报事项" )
                id : String @required @en( "id" ) @zh( "编号" )
            end
            """;

    /** An item with its conditions and its amount. */
    private record Given(String item, String when, String amount) {

        String rule() {
            return """
                    rule "%s" @clause( "1.1" ) @per( "work" ) date-effective "2020-01-01"
                    when %s $work : Work( %s )
                    then award( $work, %s ); end
                    """.formatted(item, applicant(), conditions(), amount);
        }

        private String applicant() {
            return when.contains("sales") ? "Applicant( $sales : sales, " + when + " )" : "";
        }

        private String conditions() {
            String read = amount.contains("$price") ? "$price : price" : "";
            return when.contains("sales") ? read : read.isEmpty() ? when : when + ", " + read;
        }
    }

    private static Ruleset ruleset(String choice, String limit, Given... items) {
        String rules = Stream.of(items).map(Given::rule).collect(Collectors.joining());
        String titles = Stream.of(items)
                .map(given -> "{ id: %1$s, title: { en: %1$s, zh: %1$s } }".formatted(given.item()))
                .collect(Collectors.joining(", "));
        String policy = """
                id: p
                title: { en: works, zh: 工程 }
                issuer: { en: the tests, zh: 测试 }
                issued: 2020-01-01
                source: { en: the tests, zh: 测试 }
                per: [ { id: work, text: { en: work, zh: 工程 } } ]
                measures:
                  - number: 1
                    title: { en: works, zh: 工程 }
                    summary: { en: works, zh: 工程 }
                    clauses:
                      - { number: "1.1", title: { en: works, zh: 工程 }, summary: { en: works, zh: 工程 }, items: [ %s ] }
                      - { number: "1.2", title: { en: limit, zh: 限额 }, summary: { en: limit, zh: 限额 } }
                """.formatted(titles);
        return Ruleset.of(RuleSources.of(Map.of(
                "vocabulary/facts.drl",
                VOCABULARY,
                "p/rules.drl",
                FACTS + rules + """
                        rule "limit" @clause( "1.2" ) date-effective "2020-01-01"
                        when $awards : Awards( %s ) then limit( $awards, %s; end
                        """.formatted(choice, limit),
                "p/policy.yaml",
                policy)));
    }

    private static Answer answer(Ruleset ruleset, Explain explain, String applicant, String... claims) {
        String body = """
                {"asOf":"2021-12-01","applicant":{"id":"A1"%s},"claims":[%s]}""".formatted(applicant, String.join(",", claims));
        return ruleset.evaluate(
                ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1)), explain);
    }

    private static String work(String id, String facts) {
        return """
                {"type":"Work","id":"%1$s","name":"%1$s",%2$s}""".formatted(id, facts);
    }

    /** The gain of each change of each item of a claim. */
    private static List<String> gains(Answer answer, int claim) {
        return answer.claims().get(claim).items().stream()
                .flatMap(item -> item.explanation().orElseThrow().changes().orElse(List.of()).stream()
                        .map(change -> item.item().id() + " " + change.gain()))
                .toList();
    }

    private static String stake(Ruleset ruleset, String... claims) {
        Answer answer = answer(ruleset, Explain.SUMMARY, "", claims);
        answer.questions().forEach(question -> assertThat(question.atStake()).isLessThanOrEqualTo(answer.atStake()));
        return answer.atStake().toString();
    }

    @Test
    void aChangeIsNotToldWhereItBringsAnAwardThatUsesTheLimitUp() {
        for (String limit : List.of("yuan( 1_000 ) )", "highest() )")) {
            Ruleset ruleset = ruleset(
                    "clause == \"1.1\"",
                    limit,
                    new Given("a", "signed == true", "yuan( 1_000 )"),
                    new Given("b", "signed == true", "yuan( 500 )"));
            Answer answer = answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"OVEN\",\"signed\":false"));
            assertThat(gains(answer, 0)).as(limit).containsExactly("a 1000.00");
        }
    }

    /** The items of a claim are one award: those of others leave it its place. */
    @Test
    void anItemOfAClaimDoesNotCountItsOwnClaimAmongTheOthers() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "awards( 2 ) )",
                new Given("a", "signed == true", "yuan( 1_000 )"),
                new Given("b", "signed == true", "yuan( 500 )"),
                new Given("c", "level == Level.X", "yuan( 100 )"));
        String signed = "\"kind\":\"OVEN\",\"signed\":true";
        Answer answer = answer(ruleset, Explain.FULL, "", work("c1", signed + ",\"level\":\"X\""), work("c2", signed));
        assertThat(sentences(answer, 0)).containsOnly("of at most 2 awards by clause 1.2, none is used");
        assertThat(sentences(answer, 1)).containsOnly("of at most 2 awards by clause 1.2, one is used (c1)");
    }

    /** Of the last condition of each item, which is that of the limit. */
    private static List<String> sentences(Answer answer, int claim) {
        return answer.claims().get(claim).items().stream()
                .map(item -> item.explanation().orElseThrow().conditions())
                .map(conditions ->
                        conditions.get(conditions.size() - 1).seen().text().en())
                .toList();
    }

    @Test
    void ofTwoAwardsThatAChangeBringsTheLaterOneGainsTheRest() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "yuan( 1_200 ) )",
                new Given("a", "signed == true", "yuan( 1_000 )"),
                new Given("b", "signed == true", "yuan( 500 )"));
        Answer answer = answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"OVEN\",\"signed\":false"));
        assertThat(gains(answer, 0)).containsExactly("a 1000.00", "b 200.00");
    }

    @Test
    void anItemThatExcludesTheOtherTakesNothingFromIt() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "highest() )",
                new Given("a", "level == Level.X, signed == true", "yuan( 1_000 )"),
                new Given("b", "level == Level.Y, signed == true", "yuan( 500 )"));
        Answer answer =
                answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"OVEN\",\"signed\":false,\"level\":\"X\""));
        assertThat(gains(answer, 0)).containsExactly("a 1000.00", "b 500.00");
    }

    /** The change ends the award that uses the limit up. */
    @Test
    void anAwardThatAChangeEndsTakesNothingFromTheItem() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "yuan( 1_000 ) )",
                new Given("a", "level == Level.X", "yuan( 1_000 )"),
                new Given("b", "level == Level.Y", "yuan( 900 )"));
        Answer answer = answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"OVEN\",\"level\":\"X\""));
        assertThat(gains(answer, 0)).containsExactly("b 900.00");
    }

    /** That the two items cannot hold together shows by the values of the change only. */
    @Test
    void eachCaseOfAChangeIsGoneThrough() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "yuan( 1_000 ) )",
                new Given("a", "level == Level.X || kind == Kind.FRIDGE", "yuan( 1_000 )"),
                new Given("b", "level == Level.Y", "yuan( 900 )"));
        Answer answer = answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"OVEN\",\"level\":\"X\""));
        assertThat(gains(answer, 0)).containsExactly("b 900.00");
        Answer fridge = answer(ruleset, Explain.CHANGES, "", work("c1", "\"kind\":\"FRIDGE\",\"level\":\"X\""));
        assertThat(gains(fridge, 0)).isEmpty();
    }

    @Test
    void aDearerClaimGainsAllOfItsAmountWhereOneIsCounted() {
        Ruleset ruleset =
                ruleset("clause == \"1.1\"", "awards( 1 ) )", new Given("a", "signed == true", "yuan( $price )"));
        Answer answer = answer(
                ruleset,
                Explain.CHANGES,
                "",
                work("c1", "\"kind\":\"OVEN\",\"signed\":false,\"price\":200"),
                work("c2", "\"kind\":\"OVEN\",\"signed\":true,\"price\":100"));
        assertThat(gains(answer, 0)).containsExactly("a 200.00");
    }

    @Test
    void aChangeOfTheApplicantIsNotToldWhereAnEarlierClaimCanUseTheLimitUp() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "yuan( 150 ) )",
                new Given("a", "sales >= 1000", "percent( 10 ).of( $sales ).atMost( yuan( 200 ) )"));
        Answer answer = answer(
                ruleset,
                Explain.CHANGES,
                ",\"sales\":100",
                work("c1", "\"kind\":\"OVEN\""),
                work("c2", "\"kind\":\"FRIDGE\""));
        assertThat(gains(answer, 0)).containsExactly("a 150.00");
        assertThat(gains(answer, 1)).isEmpty();
    }

    @Test
    void itemsOfAClaimOfAnUnknownKindHaveOneLimitTogether() {
        for (String limit : List.of("yuan( 1_000 ) )", "highest() )")) {
            Ruleset ruleset = ruleset(
                    "clause == \"1.1\", same( kind )",
                    limit,
                    new Given("a", "signed == true", "yuan( 800 )"),
                    new Given("b", "signed == true", "yuan( 800 )"));
            String most = limit.startsWith("yuan") ? "1000.00" : "800.00";
            assertThat(stake(ruleset, work("c1", "\"signed\":true"))).isEqualTo(most);
        }
    }

    /** Whatever the kinds are, two of the three claims are of one kind. */
    @Test
    void claimsOfUnknownKindsHaveALimitForEachConstant() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\", same( kind )",
                "yuan( 1_000 ) )",
                new Given("a", "signed == true", "yuan( 1_000 )"));
        String unknown = "\"signed\":true";
        assertThat(stake(ruleset, work("c1", unknown), work("c2", unknown), work("c3", unknown)))
                .isEqualTo("2000.00");
        String fridge = "\"kind\":\"FRIDGE\",\"signed\":true";
        assertThat(stake(ruleset, work("c1", fridge), work("c2", unknown), work("c3", unknown)))
                .isEqualTo("1000.00");
    }

    /** The fridge's limit is used up, and the rule for an oven gives less. */
    @Test
    void anUnknownKindIsOneForWhichTheItemIs() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\", same( kind )",
                "awards( 1 ) )",
                new Given("a", "kind == Kind.FRIDGE", "yuan( 500 )"),
                new Given("b", "kind == Kind.OVEN", "yuan( 300 )"));
        assertThat(stake(ruleset, work("c1", "\"kind\":\"FRIDGE\""), work("c2", "\"level\":\"X\"")))
                .isEqualTo("300.00");
    }

    @Test
    void whatIsNotLimitedIsAtStakeWhereItComesToMore() {
        Given[] items = {
            new Given("a", "level == Level.X", "yuan( 500 )"),
            new Given("b", "level == Level.X", "yuan( 500 )"),
            new Given("c", "level == Level.Y", "yuan( 700 )")
        };
        assertThat(stake(ruleset("item in ( \"a\", \"b\" )", "yuan( 500 ) )", items), work("c1", "\"kind\":\"OVEN\"")))
                .isEqualTo("700.00");
    }

    @Test
    void aClaimLeavesTheLimitToAnotherWhereItHasAnotherAward() {
        Ruleset ruleset = ruleset(
                "item == \"a\"",
                "yuan( 500 ) )",
                new Given("a", "level == Level.X", "yuan( 500 )"),
                new Given("c", "level == Level.Y, signed == false", "yuan( 400 )"));
        String oven = "\"kind\":\"OVEN\",\"signed\":";
        assertThat(stake(ruleset, work("c1", oven + false), work("c2", oven + true)))
                .isEqualTo("900.00");
        assertThat(stake(ruleset, work("c1", oven + false), work("c2", oven + true), work("c3", oven + false)))
                .isEqualTo("1300.00");
        assertThat(stake(ruleset, work("c1", oven + false))).isEqualTo("500.00");
    }

    @Test
    void whatDoesNotFitInWholeIsNotAtStake() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"",
                "yuan( 300 ) ).orNothing()",
                new Given("a", "signed == true", "yuan( 200 )"),
                new Given("b", "signed == false", "yuan( 300 )"));
        String oven = "\"kind\":\"OVEN\"";
        assertThat(stake(ruleset, work("c1", oven))).isEqualTo("300.00");
        assertThat(stake(ruleset, work("c1", oven), work("c2", oven))).isEqualTo("300.00");
        assertThat(stake(ruleset, work("c1", oven + ",\"signed\":true"), work("c2", oven)))
                .isEqualTo("0.00");
    }

    @Test
    void whatIsRecordedRefusesAnOpenAwardThatDoesNotFit() {
        Ruleset ruleset = ruleset(
                "decidedOn > asOf.minusYears( 3 )",
                "yuan( 300_000 ) ).orNothing()",
                new Given("a", "signed == true", "yuan( 60_000 )"));
        String body = """
                {"asOf":"2026-02-28","applicant":{"id":"A1"},"claims":[%s]}""".formatted(work("c1", "\"kind\":\"OVEN\""));
        RecordedAward before = new RecordedAward(
                "D1",
                0,
                LocalDate.of(2023, 3, 1),
                "p",
                "a",
                "1.1",
                "Work",
                Map.of("name", "of D1", "kind", "OVEN"),
                "A1",
                Map.of(),
                Yuan.of("250000"));
        Answer answer = ruleset.evaluate(
                ruleset.reader().read(body.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 6, 1)),
                Explain.SUMMARY,
                new EarlierAwards(Map.of(), List.of(before)));
        assertThat(LimitedAnswer.outcomes(answer)).containsExactly("-");
    }

    @Test
    void anAmountThatIsNotKnownMayFitInWhole() {
        Ruleset ruleset = ruleset(
                "clause == \"1.1\"", "yuan( 600 ) ).orNothing()", new Given("a", "signed == true", "yuan( $price )"));
        assertThat(stake(
                        ruleset,
                        work("c1", "\"kind\":\"OVEN\",\"signed\":true,\"price\":500"),
                        work("c2", "\"kind\":\"OVEN\",\"signed\":true")))
                .isEqualTo("100.00");
    }
}
