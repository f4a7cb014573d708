package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that take long to judge keep neither the service from starting nor other changes from going live. */
class JudgingBudgetTest {

    private static final String COSTLY = "hebei-quality-2022/costly.scenarios.yaml";
    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final LiveRuleset.Times IMPATIENT = new LiveRuleset.Times(LONG, NO_TIME);
    private static final int TO_TAKE_SECONDS = 80;

    @TempDir
    Path temporary;

    private RulesCopy rules;

    @BeforeEach
    void copy() {
        rules = RulesCopy.at(temporary.resolve("rules"));
    }

    @Test
    void aNewerSaveEndsTheJudgementOfAnOlderOne() {
        try (Following following = start(Following.PATIENT)) {
            String before = following.version();
            rules.save(COSTLY, CostlyScenarios.file(TO_TAKE_SECONDS));
            following.awaitJudging();
            rules.remove(COSTLY).edit(RulesCopy.DESIGN, "1_000_000 ) ) );", "2_000_000 ) ) );");
            RulesetState next = following.next();
            assertThat(next.folder().sources().files()).doesNotContainKey(COSTLY);
            assertThat(next.folder().faults()).extracting(Fault::code).containsOnly(FaultCode.SCENARIO_FAILED);
            assertThat(following.version()).isEqualTo(before);
        }
    }

    @Test
    void aStartServesTheLastGoodRulesWhileTheFolderIsJudged() {
        String good;
        try (Following first = start(Following.PATIENT)) {
            good = first.version();
        }
        rules.save(COSTLY, CostlyScenarios.file(TO_TAKE_SECONDS));
        try (Following again = start(IMPATIENT)) {
            again.await(now -> now.live().isPresent());
            assertThat(again.state().folder().pending()).isTrue();
            assertThat(again.state().state()).isEqualTo(RulesetState.State.STALE);
            assertThat(again.state().live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.KEPT);
            assertThat(again.version()).isEqualTo(good);
            again.awaitJudging();
            again.next(now -> now.state() == RulesetState.State.CURRENT);
            assertThat(again.live().judgedSince()).isEmpty();
            assertThat(again.version()).isEqualTo(good);
        }
    }

    @Test
    void aStartWithNothingToServeYetSaysThatItIsJudging() {
        rules.save(COSTLY, CostlyScenarios.file(TO_TAKE_SECONDS));
        try (Following fresh = start(IMPATIENT)) {
            assertThat(fresh.state().state()).isEqualTo(RulesetState.State.NONE);
            assertThatExceptionOfType(NoRulesetException.class)
                    .isThrownBy(fresh.live()::current)
                    .satisfies(none -> assertThat(none.isPending()).isTrue());
            fresh.next(now -> now.state() == RulesetState.State.CURRENT);
        }
    }

    @Test
    void whatTakesTooLongIsTheFaultOfItsFileAndOfNoOther() {
        try (Following first = start(Following.PATIENT)) {
            assertThat(first.state().state()).isEqualTo(RulesetState.State.CURRENT);
        }
        rules.save(COSTLY, CostlyScenarios.file(TO_TAKE_SECONDS));
        try (Following following = start(new LiveRuleset.Times(Duration.ofMillis(400), NO_TIME))) {
            RulesetState refused = following.next(now -> !now.folder().pending());
            assertThat(refused.folder().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo(FaultCode.JUDGING_TOO_LONG);
                assertThat(fault.place().file()).startsWith("hebei-quality-2022");
            });
            assertThat(refused.live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.KEPT);
        }
    }

    @Test
    void theTimeIsTheOneThatOperatorsAreTold() throws IOException {
        assertThat(Files.readString(Path.of("docs", "operating.md")))
                .contains("A judgement has %s s, and"
                        .formatted(LiveRuleset.Times.USUAL.judging().toSeconds()));
    }

    private Following start(LiveRuleset.Times times) {
        return Following.start(rules.folder(), temporary.resolve("data"), "this program", times);
    }
}
