package io.subsidyrules.engine.limit;

import static io.subsidyrules.engine.limit.LimitedAnswer.json;
import static io.subsidyrules.engine.limit.LimitedAnswer.limitingAnother;
import static io.subsidyrules.engine.limit.LimitedAnswer.outcomes;
import static io.subsidyrules.engine.limit.LimitedAnswer.product;
import static io.subsidyrules.engine.limit.LimitedAnswer.products;
import static io.subsidyrules.engine.limit.LimitedAnswer.recorded;
import static io.subsidyrules.engine.limit.LimitedAnswer.request;
import static io.subsidyrules.engine.limit.LimitedAnswer.requestOf;
import static io.subsidyrules.engine.limit.LimitedAnswer.unknown;
import static io.subsidyrules.engine.limit.LimitedAnswer.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Consulted;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The limits of the language, each with right values that were worked out by hand. */
class LimitsTest {

    private static final String DAY = "2021-12-01";
    private static final Ruleset YEAR = products(
            "$awards : Awards( clause == \"1.1\", year == asOf.year )", "limit( $awards, yuan( 1_000_000 ) );");
    private static final Ruleset HIGHEST =
            products("$awards : Awards( clause == \"1.1\", same( kind ) )", "limit( $awards, highest() );");
    private static final Ruleset TOPPING_UP =
            products("$awards : Awards( clause == \"1.1\", same( kind ) )", "limit( $awards, highest() ).toppingUp();");
    private static final Ruleset THREE_YEARS = products(
            "$awards : Awards( decidedOn > asOf.minusYears( 3 ) )", "limit( $awards, yuan( 300_000 ) ).orNothing();");

    private static Answer full(Ruleset ruleset, String... claims) {
        return ruleset.evaluate(request(ruleset, DAY, "", claims), Explain.FULL);
    }

    @Test
    void theLastOneIsCutToWhatIsLeftAndSaysSo() {
        Answer answer =
                full(YEAR, product("c1", "a", "400000"), product("c2", "a", "400000"), product("c3", "a", "400000"));
        assertThat(outcomes(answer)).containsExactly("400000.00", "400000.00", "200000.00");
        assertThat(answer.total()).hasToString("1000000.00");
        JsonNode last =
                json(answer, Language.EN).path("claims").path(2).path("items").path(0);
        assertThat(last.path("amount").asText()).isEqualTo("200000.0");
        assertThat(last.path("calculation").asText())
                .isEqualTo("400,000.00, below the ceiling of 10,000,000.00; of at most 1,000,000.00 in 2021 by clause "
                        + "1.2, 800,000.00 are used (c1, c2): 200,000.00");
        assertThat(json(answer, Language.ZH)
                        .path("claims")
                        .path(2)
                        .path("items")
                        .path(0)
                        .path("calculation")
                        .asText())
                .isEqualTo(
                        "400,000.00，低于上限 10,000,000.00；依据条款 1.2，2021年最多 1,000,000.00，已用 800,000.00（c1、c2），故为 200,000.00");
    }

    @Test
    void whatGetsNothingIsRefusedByTheLimitThatNamesWhoUsedItUp() {
        Answer answer =
                full(YEAR, product("c1", "a", "400000"), product("c2", "a", "600000"), product("c3", "a", "400000"));
        JsonNode claim = json(answer, Language.EN).path("claims").path(2);
        assertThat(claim.path("status").asText()).isEqualTo("NOT_ELIGIBLE");
        JsonNode failed = claim.path("items").path(0).path("failed");
        assertThat(failed).hasToString("""
                [{"pointer":"/claims/2/id","condition":"limit( $awards, yuan( 1_000_000 ) )",\
                "text":"of at most 1,000,000.00 in 2021 by clause 1.2, 1,000,000.00 are used (c1, c2)",\
                "actual":"c3","usedUpBy":"c2"}]""");
        assertThat(claim.path("items").path(0).has("calculation")).isFalse();
        assertThat(claim.path("items").path(0).path("conditions")).last().satisfies(condition -> assertThat(
                        condition.path("truth").asText())
                .isEqualTo("FALSE"));
    }

    @Test
    void whatIsUnknownIsTogetherAtStakeWithWhatIsLeft() {
        Answer answer = full(
                YEAR,
                product("c1", "a", "400000"),
                unknown("c2", "a", "400000"),
                unknown("c3", "a", "400000"),
                product("c4", "a", "400000"));
        assertThat(outcomes(answer)).containsExactly("400000.00", "at stake 200000.00", "at stake 0.00", "400000.00");
        assertThat(answer.atStake()).hasToString("200000.00");
        assertThat(answer.questions())
                .allSatisfy(question -> assertThat(question.atStake()).isLessThanOrEqualTo(Yuan.of("200000")));
    }

    @Test
    void awardsOfAnotherYearDoNotCount() {
        Request request = request(YEAR, DAY, "", product("c1", "a", "400000"));
        assertThat(outcomes(with(YEAR, request, recorded("D1", "2020-12-31", "a", "900000"))))
                .containsExactly("400000.00");
        Answer cut = with(YEAR, request, recorded("D1", "2021-01-01", "a", "900000"));
        assertThat(outcomes(cut)).containsExactly("100000.00");
        assertThat(json(cut, Language.EN).toString()).contains("900,000.00 are used (decision D1): 100,000.00");
    }

    @Test
    void whatDoesNotFitInWholeIsRefused() {
        Request before = request(THREE_YEARS, "2026-02-28", "", product("c1", "a", "60000"));
        Answer refused = with(THREE_YEARS, before, recorded("D1", "2023-03-01", "a", "250000"));
        assertThat(outcomes(refused)).containsExactly("-");
        assertThat(refused.claims().get(0).items().get(0).failed().get(0).decision())
                .contains("D1");
        Request after = request(THREE_YEARS, "2026-03-02", "", product("c1", "a", "60000"));
        assertThat(outcomes(with(THREE_YEARS, after, recorded("D1", "2023-03-01", "a", "250000"))))
                .containsExactly("60000.00");
    }

    @Test
    void ofSeveralTheHighestCountsAndRecordedLowerOnesAreToppedUpOnlyWhereTheLimitSaysSo() {
        assertThat(outcomes(
                        full(HIGHEST, product("c1", "a", "100"), product("c2", "a", "300"), product("c3", "b", "200"))))
                .containsExactly("-", "300.00", "200.00");
        Request national = request(HIGHEST, "2025-05-01", "", product("c1", "centre", "5000000"));
        assertThat(outcomes(with(HIGHEST, national, recorded("D1", "2023-05-01", "centre", "3000000"))))
                .containsExactly("-");
        Answer toppedUp = with(TOPPING_UP, national(TOPPING_UP), recorded("D1", "2023-05-01", "centre", "3000000"));
        assertThat(outcomes(toppedUp)).containsExactly("2000000.00");
        assertThat(json(toppedUp, Language.EN).toString())
                .contains("the highest counts by clause 1.2, and 3,000,000.00 are given already (decision D1): "
                        + "2,000,000.00");
    }

    private static Request national(Ruleset ruleset) {
        return request(ruleset, "2025-05-01", "", product("c1", "centre", "5000000"));
    }

    @Test
    void theFifthProductOfFiveGetsNothing() {
        Ruleset ruleset = products("$awards : Awards( clause == \"1.1\" )", "limit( $awards, yuan( 200_000 ) );");
        Answer answer = full(
                ruleset,
                product("c1", "a", "50000"),
                product("c2", "a", "50000"),
                product("c3", "a", "50000"),
                product("c4", "a", "50000"),
                product("c5", "a", "50000"));
        assertThat(outcomes(answer)).containsExactly("50000.00", "50000.00", "50000.00", "50000.00", "-");
        assertThat(json(answer, Language.ZH).toString()).contains("依据条款 1.2，最多 200,000.00，已用 200,000.00（c1、c2、c3、c4）");
    }

    @Test
    void aCountKeepsTheDearestAndCountsRecordedOnes() {
        Ruleset two = products("$awards : Awards( clause == \"1.1\", same( kind ) )", "limit( $awards, awards( 2 ) );");
        Request request =
                request(two, DAY, "", product("c1", "a", "100"), product("c2", "a", "300"), product("c3", "a", "200"));
        assertThat(outcomes(two.evaluate(request, Explain.FULL))).containsExactly("-", "300.00", "200.00");
        Request again =
                request(two, DAY, "", product("c1", "a", "100"), product("c2", "a", "300"), product("c3", "a", "200"));
        Answer answer = with(two, again, recorded("D1", "2019-01-01", "a", "1"));
        assertThat(outcomes(answer)).containsExactly("-", "300.00", "-");
        assertThat(json(answer, Language.EN).toString()).contains("by clause 1.2, one is used (decision D1)");
        assertThat(json(answer, Language.ZH).toString()).contains("最多奖补 2 项，已用 1 项（决定 D1）");
    }

    @Test
    void aNumberThatIsNotKnownLeavesTheAwardsUndetermined() {
        Ruleset ruleset = products(
                "Applicant( $cap : cap ) $awards : Awards( clause == \"1.1\" )", "limit( $awards, yuan( $cap ) );");
        Answer unknown = ruleset.evaluate(
                request(ruleset, DAY, "", product("c1", "a", "600000"), product("c2", "a", "600000")), Explain.FULL);
        assertThat(outcomes(unknown)).containsExactly("at stake 600000.00", "at stake 300000.00");
        assertThat(unknown.questions()).singleElement().satisfies(question -> {
            assertThat(question.pointer()).isEqualTo("/applicant/cap");
            assertThat(question.atStake()).hasToString("900000.00");
        });
        Answer known = ruleset.evaluate(
                request(ruleset, DAY, ",\"cap\":700000", product("c1", "a", "600000"), product("c2", "a", "600000")),
                Explain.FULL);
        assertThat(outcomes(known)).containsExactly("600000.00", "100000.00");
    }

    @Test
    void aConditionThatIsNotKnownLeavesTheAwardsUndetermined() {
        Ruleset ruleset = products(
                "Applicant( large == true ) $awards : Awards( clause == \"1.1\" )",
                "limit( $awards, yuan( 100_000 ) );");
        assertThat(outcomes(full(ruleset, product("c1", "a", "600000")))).containsExactly("at stake 600000.00");
        assertThat(outcomes(ruleset.evaluate(
                        request(ruleset, DAY, ",\"large\":false", product("c1", "a", "600000")), Explain.FULL)))
                .containsExactly("600000.00");
        assertThat(outcomes(ruleset.evaluate(
                        request(ruleset, DAY, ",\"large\":true", product("c1", "a", "600000")), Explain.FULL)))
                .containsExactly("100000.00");
    }

    @Test
    void ofAGroupAllAwardsCountTogether() {
        Ruleset ruleset = products(
                "Applicant( $holding : holding ) $awards : Awards( clause == \"1.1\", of( $holding ) )",
                "limit( $awards, yuan( 100_000 ) );");
        Request request = request(ruleset, DAY, ",\"holding\":\"H\"", product("c1", "a", "60000"));
        assertThat(outcomes(with(ruleset, request, recorded("D1", "2020-01-01", "a", "70000"))))
                .containsExactly("30000.00");
        Request other = request(ruleset, DAY, ",\"holding\":\"J\"", product("c1", "a", "60000"));
        assertThat(outcomes(with(ruleset, other, recorded("D1", "2020-01-01", "a", "70000"))))
                .containsExactly("60000.00");
        assertThat(ruleset.limitedAwards(other))
                .containsExactly(new AwardQuery(
                        new AwardQuery.OfGroup("holding", "J"),
                        Set.of(new AwardQuery.Item("p", "product")),
                        Optional.empty()));
        Request unknown = request(ruleset, DAY, "", product("c1", "a", "60000"));
        assertThat(outcomes(with(ruleset, unknown))).containsExactly("at stake 60000.00");
    }

    @Test
    void theLedgerIsAskedForWhatTheLimitsCount() {
        assertThat(YEAR.limitedAwards(request(YEAR, DAY, "", product("c1", "a", "1"))))
                .containsExactly(new AwardQuery(
                        new AwardQuery.OfApplicant("A1"),
                        Set.of(new AwardQuery.Item("p", "product")),
                        Optional.of(LocalDate.of(2021, 1, 1))));
        assertThat(YEAR.limitedAwards(request(YEAR, DAY, ""))).isEmpty();
        assertThat(products().limitedAwards(request(products(), DAY, "", product("c1", "a", "1"))))
                .isEmpty();
    }

    @Test
    void anAnswerSaysWhetherRecordedAwardsCount() {
        assertThat(full(YEAR, product("c1", "a", "1")).earlierAwards()).contains(Consulted.NOT_CONSULTED);
        assertThat(with(YEAR, request(YEAR, DAY, "", product("c1", "a", "1"))).earlierAwards())
                .contains(Consulted.CONSULTED);
        assertThat(YEAR.evaluate(
                                request(YEAR, DAY, "", product("c1", "a", "1")),
                                Explain.FULL,
                                new EarlierAwards(Map.of()))
                        .earlierAwards())
                .as("where only the projects were looked up")
                .contains(Consulted.NOT_CONSULTED);
        assertThat(full(YEAR).earlierAwards()).isEmpty();
        assertThat(full(products(), product("c1", "a", "1")).earlierAwards()).isEmpty();
    }

    @Test
    void firstTheHighestThenCountsThenSums() {
        Ruleset ruleset = products(
                "$awards : Awards( clause == \"1.1\" )",
                "limit( $awards, yuan( 500 ) );",
                "$awards : Awards( clause == \"1.1\", same( kind ) )",
                "limit( $awards, highest() );");
        assertThat(outcomes(
                        full(ruleset, product("c1", "a", "300"), product("c2", "a", "400"), product("c3", "b", "200"))))
                .containsExactly("-", "400.00", "100.00");
    }

    private static String old(String id, String price) {
        return product(id, "a", price).replace("\"fresh\":true", "\"fresh\":false");
    }

    private static List<String> gains(Answer answer, int claim) {
        return answer.claims().get(claim).items().get(0).explanation().orElseThrow().changes().orElseThrow().stream()
                .map(change -> change.gain().toString())
                .toList();
    }

    @Test
    void aChangeGainsAtMostWhatIsLeftAndNoneIsToldThatALimitWouldUndo() {
        Answer answer = YEAR.evaluate(
                request(
                        YEAR,
                        DAY,
                        "",
                        product("c1", "a", "400000"),
                        old("c2", "500000"),
                        product("c3", "a", "400000"),
                        product("c4", "a", "400000")),
                Explain.CHANGES);
        assertThat(outcomes(answer)).containsExactly("400000.00", "-", "400000.00", "200000.00");
        assertThat(gains(answer, 1)).as("before the claims that are behind it").containsExactly("500000.00");
        Answer left = YEAR.evaluate(
                request(YEAR, DAY, "", product("c1", "a", "700000"), old("c2", "500000")), Explain.CHANGES);
        assertThat(gains(left, 1)).containsExactly("300000.00");
        Answer refused = YEAR.evaluate(
                request(YEAR, DAY, "", product("c1", "a", "1000000"), product("c2", "a", "500000")), Explain.CHANGES);
        assertThat(gains(refused, 1)).isEmpty();
    }

    /** The limit is in force from the day of the rule, and counts by the year. */
    @Test
    void noDayIsToldOnWhichALimitWouldApply() {
        Answer before = YEAR.evaluate(request(YEAR, "2019-12-31", "", product("c1", "a", "2000000")), Explain.CHANGES);
        assertThat(outcomes(before)).containsExactly("-");
        assertThat(gains(before, 0)).isEmpty();
        Ruleset unlimited = products();
        Answer free = unlimited.evaluate(
                request(unlimited, "2019-12-31", "", product("c1", "a", "2000000")), Explain.CHANGES);
        assertThat(gains(free, 0)).containsExactly("2000000.00");
    }

    @Test
    void aHigherOneGainsAllOfItsAmount() {
        Answer answer = HIGHEST.evaluate(
                request(HIGHEST, DAY, "", product("c1", "a", "100"), old("c2", "300"), old("c3", "50")),
                Explain.CHANGES);
        assertThat(gains(answer, 1)).containsExactly("300.00");
        assertThat(gains(answer, 2)).isEmpty();
    }

    @Test
    void anOpenOneIsAtStakeByHowMuchItIsHigher() {
        assertThat(outcomes(
                        full(HIGHEST, product("c1", "a", "100"), unknown("c2", "a", "300"), unknown("c3", "a", "50"))))
                .containsExactly("100.00", "at stake 200.00", "at stake 0.00");
        Answer recorded = with(
                HIGHEST, request(HIGHEST, DAY, "", unknown("c2", "a", "300")), recorded("D1", "2019-01-01", "a", "1"));
        assertThat(outcomes(recorded)).containsExactly("-");
        assertThat(recorded.questions()).isEmpty();
    }

    @Test
    void aProjectIsLimitedWhoeverHasIt() {
        Ruleset ruleset =
                products("$awards : Awards( clause == \"1.1\", of( project ) )", "limit( $awards, yuan( 100_000 ) );");
        Request request = request(ruleset, DAY, "", product("of D1", "a", "60000"));
        assertThat(ruleset.limitedAwards(request))
                .containsExactly(new AwardQuery(
                        new AwardQuery.OfProject(Map.of("name", "of D1", "kind", "a")),
                        Set.of(new AwardQuery.Item("p", "product")),
                        Optional.empty()));
        assertThat(outcomes(with(ruleset, request, recorded("D1", "2020-01-01", "a", "70000"))))
                .containsExactly("30000.00");
        Request other = request(ruleset, DAY, "", product("another", "a", "60000"));
        assertThat(outcomes(with(ruleset, other, recorded("D1", "2020-01-01", "a", "70000"))))
                .containsExactly("60000.00");
    }

    @Test
    void aLimitHoldsForAPolicyThatIsAskedForWithoutItsOwn() {
        Ruleset two = limitingAnother(
                "$awards : Awards( policy in ( \"p\", \"q\" ), year == asOf.year )",
                "limit( $awards, yuan( 500_000 ) );");
        String machine = product("c1", "a", "400000").replace("Product", "Machine");
        Request alone = requestOf("q", two, machine);
        assertThat(two.limitedAwards(alone)).hasSize(1);
        assertThat(outcomes(with(two, alone, recorded("D1", "2021-03-01", "a", "300000"))))
                .containsExactly("200000.00");
    }
}
