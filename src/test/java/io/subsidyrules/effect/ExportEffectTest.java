package io.subsidyrules.effect;

import static io.subsidyrules.api.SentClaim.hosted;
import static io.subsidyrules.api.SentRequest.request;
import static io.subsidyrules.effect.ChangedPolicy.BEFORE;
import static io.subsidyrules.effect.ChangedPolicy.STANDARDS;
import static io.subsidyrules.effect.ChangedPolicy.TODAY;
import static io.subsidyrules.effect.ChangedPolicy.one;
import static io.subsidyrules.effect.ChangedPolicy.totals;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.decision.ExportedDecisions;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.limit.LimitedAnswer;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.ledger.Entry;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.recording.write.WrittenEntries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions that the service recorded, by both of its exports. */
class ExportEffectTest {

    private static final String YEAR = "$awards : Awards( clause == \"1.1\", year == asOf.year )";

    private final Effect lowered = new ChangedPolicy()
            .with(STANDARDS, "yuan( 300_000 )", "yuan( 200_000 )")
            .effect();

    private static List<String> bothExports(Entry decision) {
        return List.of(
                decision.json(), ExportedDecisions.line(decision, List.of()).strip());
    }

    @Test
    void aDecisionIsEvaluatedAgainAsOfItsDayWithItsReference() {
        Entry decision = new WrittenEntries(BEFORE)
                .decide(
                        request(hosted("c1", "ISO 1"))
                                .reference("2026-0017")
                                .json()
                                .replace(",", ",\n"),
                        EarlierAwards.EMPTY);
        for (String line : bothExports(decision)) {
            RequestEffect effect = one(lowered, line);
            assertThat(effect.decision()).contains((String) decision.members().get("id"));
            assertThat(effect.verdict()).isEqualTo(Verdict.LOSER);
            assertThat(effect.sums().of(Currency.CNY))
                    .isEqualTo(new Sum(new BigDecimal("300000.00"), new BigDecimal("200000.00")));
        }
    }

    @Test
    void aRequestWithoutADayIsOfTheDayThatItWasDecided() {
        Effect notYetInForce = new Effect(
                BEFORE,
                new ChangedPolicy()
                        .with(STANDARDS, "date-effective \"2022-09-06\"", "date-effective \"2026-12-01\"")
                        .ruleset(),
                TODAY.plusYears(1));
        String sent = request(hosted("c1", "ISO 1")).json();
        Entry decision = new WrittenEntries(BEFORE).decide(sent, EarlierAwards.EMPTY);
        for (String line : bothExports(decision)) {
            assertThat(one(notYetInForce, line).verdict()).isEqualTo(Verdict.LOSER);
        }
        assertThat(one(notYetInForce, sent).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void aClaimThatWasPaidBeforeStaysPaid() {
        EarlierAwards paid = new EarlierAwards(Map.of(0, new EarlierAward("d0", 0, true, false)));
        Entry decision = new WrittenEntries(BEFORE)
                .decide(request(hosted("c1", "ISO 1"), hosted("c2", "ISO 2")).json(), paid);
        for (String line : bothExports(decision)) {
            assertThat(one(lowered, line).sums().of(Currency.CNY))
                    .isEqualTo(new Sum(new BigDecimal("300000.00"), new BigDecimal("200000.00")));
        }
    }

    @Test
    void whatLimitsCountedIsInTheLedgerAndOtherwiseSaidToBeMissing() {
        Ruleset before = Ruleset.of(LimitedAnswer.sources("", YEAR, "limit( $awards, yuan( 1_000_000 ) );"));
        Ruleset after = Ruleset.of(LimitedAnswer.sources("", YEAR, "limit( $awards, yuan( 1_100_000 ) );"));
        EarlierAwards counted =
                new EarlierAwards(Map.of(), List.of(LimitedAnswer.recorded("d0", "2021-03-01", "a", "900000")));
        String sent = """
                {"asOf":"2021-12-01","applicant":{"id":"A1"},"claims":[%s]}""".formatted(LimitedAnswer.product("c1", "a", "400000"));
        Entry decision = new WrittenEntries(before).decide(sent, counted);
        Effect effect = new Effect(before, after, TODAY);
        RequestEffect ledger = one(effect, decision.json());
        assertThat(ledger.sums().of(Currency.CNY))
                .isEqualTo(new Sum(new BigDecimal("100000.00"), new BigDecimal("200000.00")));
        assertThat(ledger.recorded().orElseThrow().partly()).isFalse();
        EffectTotals totals = totals(effect, List.of(ExportedDecisions.line(decision, List.of())));
        assertThat(totals.partly()).isEqualTo(1);
    }

    @Test
    void otherEntriesArePassedOverAndRevocationsCounted() {
        WrittenEntries entries = new WrittenEntries(BEFORE);
        Entry decision = entries.decide(request(hosted("c1", "ISO 1")).json(), EarlierAwards.EMPTY);
        Entry revocation = entries.revoke(decision);
        EffectTotals ledger =
                totals(lowered, entries.all().stream().map(Entry::json).toList());
        assertThat(Stream.of(ledger.read(), ledger.passedOver(), ledger.revocations(), ledger.refused()))
                .containsExactly(1L, 2L, 1L, 0L);
        EffectTotals decisions = totals(lowered, List.of(ExportedDecisions.line(decision, List.of(revocation))));
        assertThat(Stream.of(decisions.read(), decisions.revoked())).containsExactly(1L, 1L);
    }
}
