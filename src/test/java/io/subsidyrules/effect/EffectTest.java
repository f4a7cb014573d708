package io.subsidyrules.effect;

import static io.subsidyrules.api.SentClaim.design;
import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentClaim.unnumbered;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.effect.ChangedPolicy.CLAIMS;
import static io.subsidyrules.effect.ChangedPolicy.DESIGN;
import static io.subsidyrules.effect.ChangedPolicy.STANDARDS;
import static io.subsidyrules.effect.ChangedPolicy.TODAY;
import static io.subsidyrules.effect.ChangedPolicy.effects;
import static io.subsidyrules.effect.ChangedPolicy.one;
import static io.subsidyrules.effect.ChangedPolicy.totals;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.api.SentClaim;
import io.subsidyrules.api.SentRequest;
import io.subsidyrules.codes.ApplicantCodes;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.limit.LimitedAnswer;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets more and who gets less by changed rules, on requests whose amounts are worked out here a second time. */
class EffectTest {

    private static final BigDecimal OLD_CEILING = new BigDecimal("1000000.00");
    private static final BigDecimal NEW_CEILING = new BigDecimal("1200000.00");

    private static ChangedPolicy raised() {
        return new ChangedPolicy().with(DESIGN, "atMost( yuan( 1_000_000 ) )", "atMost( yuan( 1_200_000 ) )");
    }

    /** As raised, and less for the host of an international standard. */
    private static ChangedPolicy raisedAndLowered() {
        return raised().with(STANDARDS, "yuan( 300_000 )", "yuan( 200_000 )");
    }

    private static SentRequest manufacturer(SentClaim... claims) {
        return request(claims).stating("industry", "MANUFACTURING").asOf("2023-05-01");
    }

    private static BigDecimal half(int expenses, BigDecimal ceiling) {
        return new BigDecimal(expenses)
                .divide(new BigDecimal(2), 2, RoundingMode.DOWN)
                .min(ceiling);
    }

    @Test
    void whoGetsMoreWinsAndWhoGetsLessLoses() {
        Effect effect = raisedAndLowered().effect();
        RequestEffect winner = one(effect, manufacturer(design("c1", 3_000_000)).json());
        assertThat(winner.verdict()).isEqualTo(Verdict.WINNER);
        assertThat(winner.applicant()).contains(ApplicantCodes.ONE);
        assertThat(winner.decision()).isEmpty();
        assertThat(winner.changes()).singleElement().satisfies(item -> {
            assertThat(item.claim()).contains("c1");
            assertThat(item.item().id()).isEqualTo("design-purchase");
            assertThat(item.before().paid()).isEqualTo(Yuan.of("1000000"));
            assertThat(item.after().paid()).isEqualTo(Yuan.of("1200000"));
        });
        RequestEffect loser = one(effect, manufacturer(hosted("c1")).json());
        assertThat(loser.verdict()).isEqualTo(Verdict.LOSER);
        assertThat(loser.sums().of(Currency.CNY).difference()).isEqualTo("-100000.00");
    }

    @ParameterizedTest
    @CsvSource({"2000000, UNCHANGED", "2000001, WINNER", "2400001, WINNER", "1, UNCHANGED"})
    void onlyWhoIsAboveTheOldCeilingWins(int expenses, Verdict verdict) {
        assertThat(one(raised().effect(), manufacturer(design("c1", expenses)).json())
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void moreForOneClaimAndLessForAnotherIsJudgedByTheSum() {
        Effect effect = raisedAndLowered().effect();
        assertThat(one(
                                effect,
                                manufacturer(design("c1", 3_000_000), hosted("c2"))
                                        .json())
                        .verdict())
                .isEqualTo(Verdict.WINNER);
        RequestEffect even =
                one(effect, manufacturer(design("c1", 2_200_000), hosted("c2")).json());
        assertThat(even.sums().of(Currency.CNY).difference()).isZero();
        assertThat(even.verdict()).isEqualTo(Verdict.OTHERWISE);
        assertThat(even.changes()).extracting(ItemEffect::verdict).containsExactly(Verdict.WINNER, Verdict.LOSER);
    }

    @Test
    void anotherStatusOrAmountAtStakeIsNeitherMoreNorLess() {
        Effect effect = raisedAndLowered().effect();
        RequestEffect atStake = one(effect, request(design("c1", 3_000_000)).json());
        assertThat(atStake.verdict()).isEqualTo(Verdict.OTHERWISE);
        assertThat(atStake.sums().byCurrency()).isEmpty();
    }

    /** From 1 January 2022 to 1 May 2023 is more than a year: a person decides, by the old rules. */
    @ParameterizedTest
    @CsvSource({
        "2022-09-01, ELIGIBLE, ELIGIBLE, UNCHANGED",
        "2022-01-01, NOT_ELIGIBLE, ELIGIBLE, WINNER",
        "2020-01-01, NOT_ELIGIBLE, NOT_ELIGIBLE, UNCHANGED"
    })
    void whatBecomesEligibleWithoutMoneyWins(String established, Status before, Status after, Verdict verdict) {
        Effect effect = new ChangedPolicy()
                .with(
                        "hebei-quality-2022/measure-18.drl",
                        "establishedOn.plusYears( 1 ) )",
                        "establishedOn.plusYears( 2 ) )")
                .effect();
        RequestEffect request = one(
                effect,
                manufacturer()
                        .stating("newEconomy", true)
                        .stating("establishedOn", established)
                        .json());
        assertThat(request.items())
                .filteredOn(item -> item.item().id().equals("tolerance-period"))
                .allSatisfy(item -> {
                    assertThat(item.claim()).isEmpty();
                    assertThat(item.before().status()).isEqualTo(before);
                    assertThat(item.after().status()).isEqualTo(after);
                });
        assertThat(request.verdict()).isEqualTo(verdict);
        assertThat(request.sums().byCurrency()).isEmpty();
    }

    @Test
    void theSumsAreThoseOfAnotherArithmetic() {
        List<Integer> expenses =
                IntStream.range(0, 60).map(i -> 1_700_001 + 17_003 * i).boxed().toList();
        List<String> lines = expenses.stream()
                .map(sum -> manufacturer(design("c1", sum), hosted("c2"))
                        .stating("divisionCode", sum % 2 == 0 ? "130202" : "130100")
                        .json())
                .toList();
        EffectTotals totals = totals(raisedAndLowered().effect(), lines);
        BigDecimal before = expenses.stream()
                .map(sum -> half(sum, OLD_CEILING).add(new BigDecimal(300_000)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal after = expenses.stream()
                .map(sum -> half(sum, NEW_CEILING).add(new BigDecimal(200_000)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(totals.requests().sums().byCurrency()).containsOnlyKeys("CNY");
        Sum sum = totals.requests().sums().of(Currency.CNY);
        assertThat(sum.before()).isEqualByComparingTo(before);
        assertThat(sum.after()).isEqualByComparingTo(after);
        assertThat(sum.difference()).isEqualByComparingTo(after.subtract(before));
        long winners = expenses.stream()
                .filter(one ->
                        half(one, NEW_CEILING).subtract(half(one, OLD_CEILING)).compareTo(new BigDecimal(100_000)) > 0)
                .count();
        assertThat(totals.requests().count(Verdict.WINNER)).isEqualTo(winners).isPositive();
        assertThat(totals.requests().count(Verdict.LOSER)).isEqualTo(60 - winners);
        assertThat(totals.read()).isEqualTo(60);
        assertByCityAndItem(totals, sum);
    }

    private static void assertByCityAndItem(EffectTotals totals, Sum whole) {
        assertThat(totals.byCity().keySet())
                .extracting(
                        city -> city.code().orElseThrow() + " " + city.name().orElseThrow())
                .containsExactly("130100 石家庄市", "130200 唐山市");
        BigDecimal ofCities = totals.byCity().values().stream()
                .map(tally -> tally.sums().of(Currency.CNY).difference())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ofCities).isEqualByComparingTo(whole.difference());
        RuledItem hosting = totals.byItem().keySet().stream()
                .filter(item -> item.id().equals("host-international-standard"))
                .findFirst()
                .orElseThrow();
        Tally hosts = Objects.requireNonNull(totals.byItem().get(hosting));
        assertThat(hosts.count(Verdict.LOSER)).isEqualTo(60);
        assertThat(hosts.sums().of(Currency.CNY))
                .isEqualTo(new Sum(new BigDecimal("18000000.00"), new BigDecimal("12000000.00")));
    }

    @Test
    void anApplicantOfNoKnownCityIsNamedAsSuch() {
        EffectTotals totals = totals(
                raised().effect(),
                List.of(
                        request(design("c1", 1))
                                .stating("divisionCode", "130000")
                                .json(),
                        request(design("c1", 1))
                                .json()
                                .replace("\"divisionCode\":\"130100\"", "\"divisionCode\":null")));
        assertThat(totals.byCity().keySet())
                .extracting(city -> city.code().orElse("unknown"))
                .containsExactly("130000", "unknown");
    }

    @Test
    void limitsCountAsInAnEvaluation() {
        String pattern = "$awards : Awards( clause == \"1.1\", year == asOf.year )";
        Effect effect = new Effect(
                Ruleset.of(LimitedAnswer.sources("", pattern, "limit( $awards, yuan( 1_000_000 ) );")),
                Ruleset.of(LimitedAnswer.sources("", pattern, "limit( $awards, yuan( 700_000 ) );")),
                TODAY);
        RequestEffect cut = one(effect, """
                {"asOf":"2021-12-01","applicant":{"id":"A1"},"claims":[%s,%s,%s]}""".formatted(
                        LimitedAnswer.product("c1", "a", "400000"),
                        LimitedAnswer.product("c2", "a", "400000"),
                        LimitedAnswer.product("c3", "a", "400000")));
        assertThat(cut.sums().of(Currency.CNY))
                .isEqualTo(new Sum(new BigDecimal("1000000.00"), new BigDecimal("700000.00")));
        assertThat(cut.changes())
                .extracting(item -> item.before().paid() + " " + item.after().status() + " "
                        + item.after().paid())
                .containsExactly("400000.00 ELIGIBLE 300000.00", "200000.00 NOT_ELIGIBLE 0.00");
        assertThat(cut.verdict()).isEqualTo(Verdict.LOSER);
    }

    @Test
    void aRequestThatOneVersionRefusesIsNamedAndNotUnchanged() {
        ChangedPolicy renamed = new ChangedPolicy().with(CLAIMS, "    standardNumber : String", "    number : String");
        Effect effect = renamed.effect();
        List<String> lines = List.of(
                manufacturer(hosted("c1")).json(),
                manufacturer(hosted("c1").without("standardNumber").with("number", "ISO 1"))
                        .json(),
                manufacturer(unnumbered("c1")).stating("colour", "red").json(),
                manufacturer(unnumbered("c1")).json());
        assertThat(effects(effect, lines).subList(0, 3))
                .allSatisfy(one -> assertThat(one).isInstanceOf(RefusedRequest.class))
                .extracting(one -> ((RefusedRequest) one).refusals().get(0).by())
                .containsExactly(Set.of(Version.AFTER), Set.of(Version.BEFORE), Set.of(Version.BEFORE, Version.AFTER));
        EffectTotals totals = totals(effect, lines);
        assertThat(totals.refused()).isEqualTo(3);
        assertThat(totals.requests().count(Verdict.UNCHANGED)).isEqualTo(1);
        assertThat(totals.isFound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"applicant\":|The line is not JSON",
                "[]|The line is not a JSON object",
                "{} {}|Something follows",
                "{\"id\":\"d\",\"kind\":\"DECISION\",\"request\":\"{}\",\"asOf\":\"yesterday\"}|The line is not as the service exports it",
                "{\"id\":\"d\",\"request\":{},\"earlierAwards\":[7]}|The line is not as the service exports it"
            })
    void aLineThatHoldsNoRequestIsRefusedWithItsNumber(String line, String reason) {
        LineEffect refused = effects(raised().effect(), List.of("{}", line)).get(1);
        assertThat(refused).isInstanceOfSatisfying(RefusedRequest.class, one -> {
            assertThat(one.line()).isEqualTo(2);
            assertThat(one.readable()).isFalse();
            assertThat(one.refusals().get(0).reason().en()).startsWith(reason);
        });
    }
}
