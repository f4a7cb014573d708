package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy with faults keeps its own last good state, or stays out, and no other policy is held up by it. */
class PolicyByPolicyTest {

    private static final String HEBEI = "hebei-quality-2022";
    private static final String PATENTS = "patents-2024";
    private static final String CLAIMS = PATENTS + "/claims.drl";
    private static final String RULE = PATENTS + "/measure-01.drl";
    private static final String POLICY = PATENTS + "/policy.yaml";
    private static final String SCENARIOS = PATENTS + "/measure-01.scenarios.yaml";
    private static final String APPLICANT = "vocabulary/applicant.drl";

    private static final String CLAIMS_TEXT = """
            package patents_2024;

            import vocabulary.*;

            declare Patent extends Claim
                @en( "patent" ) @zh( "专利" )
                number : String @key @en( "number of the patent" ) @zh( "专利号" )
                abroad : Boolean @en( "granted abroad" ) @zh( "境外授权" )
            end
            """;
    private static final String RULE_TEXT = """
            package patents_2024;

            import vocabulary.*;

            rule "patent" @clause( "1.1" ) @per( "patent" ) date-effective "2024-01-01"
            when
                $patent : Patent( abroad == false )
            then
                award( $patent, yuan( 1_000 ) );
            end
            """;
    private static final String POLICY_TEXT = """
            id: patents-2024
            title: { en: Patents, zh: 专利 }
            issuer: { en: An example, zh: 示例 }
            issued: 2024-01-01
            source: { en: An example, zh: 示例 }
            per: [ { id: patent, text: { en: patent, zh: 件专利 } } ]
            measures:
              - number: 1
                title: { en: Patents, zh: 专利 }
                summary: { en: A patent is rewarded., zh: 奖励专利。 }
                clauses:
                  - number: "1.1"
                    title: { en: Patents, zh: 专利 }
                    summary: { en: A patent is rewarded., zh: 奖励专利。 }
                    items: [ { id: patent, title: { en: Patent, zh: 专利 } } ]
            """;
    private static final String SCENARIOS_TEXT = """
            asOf: 2024-06-01
            scenarios:
              - name: A patent earns a thousand yuan
                applicant: { divisionCode: "130100" }
                claims: [ { type: Patent, number: "1", abroad: false } ]
                expect: { total: 1000.00, items: { patent: ELIGIBLE } }
            """;

    @TempDir
    Path temporary;

    private RulesCopy rules;
    private Following following;

    @BeforeEach
    void start() {
        rules = RulesCopy.at(temporary.resolve("rules"));
        following = Following.start(rules.folder(), temporary.resolve("data"));
    }

    @AfterEach
    void close() {
        following.close();
    }

    @Test
    void aPolicyThatGrowsSaveBySaveFreezesNoOther() {
        List<String> versions = new ArrayList<>();
        List<String[]> steps = List.of(
                new String[] {CLAIMS, CLAIMS_TEXT.substring(0, 80)},
                new String[] {CLAIMS, CLAIMS_TEXT},
                new String[] {POLICY, POLICY_TEXT.substring(0, 60)},
                new String[] {POLICY, POLICY_TEXT.replace("zh: 示例", "")},
                new String[] {POLICY, POLICY_TEXT},
                new String[] {RULE, RULE_TEXT.substring(0, 120)},
                new String[] {RULE, RULE_TEXT.replace("abroad", "abroat")},
                new String[] {SCENARIOS, SCENARIOS_TEXT.replace("1000.00", "100.00")});
        for (String[] step : steps) {
            rules.save(step[0], step[1]);
            RulesetState refused = following.next();
            assertThat(refused.state()).isEqualTo(RulesetState.State.STALE);
            assertThat(states(refused)).containsEntry(PATENTS, PartState.State.NOT_LIVE);

            String comment = "save " + versions.size();
            rules.comment(RulesCopy.DESIGN, comment);
            RulesetState edited = following.next();
            assertThat(states(edited)).containsEntry(HEBEI, PartState.State.CURRENT);
            assertThat(policies(edited)).containsExactly(HEBEI);
            assertThat(served(edited, RulesCopy.DESIGN)).endsWith("// " + comment + "\n");
            versions.add(following.version());
        }
        assertThat(versions).doesNotHaveDuplicates();

        rules.save(SCENARIOS, SCENARIOS_TEXT);
        rules.save(RULE, RULE_TEXT);
        RulesetState whole = following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(policies(whole)).containsExactly(HEBEI, PATENTS);
        assertThat(states(whole))
                .containsOnly(
                        Map.entry(HEBEI, PartState.State.CURRENT),
                        Map.entry(PATENTS, PartState.State.CURRENT),
                        Map.entry("vocabulary", PartState.State.CURRENT));
    }

    @Test
    void whatLooksWrongInSoundRulesIsToldThoughAScenarioFails() {
        addPatents();
        String second = RULE_TEXT
                .substring(RULE_TEXT.indexOf("rule"))
                .replace("rule \"patent\"", "rule \"patent-2\" @item( \"patent\" )")
                .replace("2024-01-01", "2030-01-01");
        rules.save(RULE, RULE_TEXT.replace("2024-01-01\"", "2024-01-01\" date-expires \"2029-12-31\"") + second);
        rules.save(SCENARIOS, SCENARIOS_TEXT.replace("1000.00", "100.00"));
        RulesetState wrong = following.next(
                now -> now.folder().faults().stream().anyMatch(fault -> fault.code() == FaultCode.SCENARIO_FAILED));
        assertThat(wrong.state()).isEqualTo(RulesetState.State.STALE);
        assertThat(wrong.folder().notices().stream()
                        .map(noticed -> noticed.notice().code()))
                .contains(NoticeCode.PERIOD_GAP);
    }

    @Test
    void aPolicyWhoseScenariosAreWrongIsToldSoWhileAnotherHasAFaultInItsRules() {
        addPatents();
        rules.save(SCENARIOS, SCENARIOS_TEXT.replace("1000.00", "100.00"));
        rules.edit(RulesCopy.DESIGN, "1_000_000", "1,000,000");
        RulesetState wrong = following.next();
        assertThat(states(wrong))
                .containsEntry(PATENTS, PartState.State.STALE)
                .containsEntry(HEBEI, PartState.State.STALE);
        assertThat(wrong.folder().faults().stream().map(fault -> fault.place().file()))
                .contains(SCENARIOS, RulesCopy.DESIGN);
    }

    @Test
    void aFirstStartTellsOfEachPolicyThatIsNotLiveWhatKeepsItOut() {
        following.close();
        addFiles();
        rules.save(SCENARIOS, SCENARIOS_TEXT.replace("1000.00", "100.00"));
        rules.edit(RulesCopy.DESIGN, "1_000_000", "1,000,000");
        following = Following.start(rules.folder(), temporary.resolve("empty"));
        RulesetState none = following.state();
        assertThat(states(none))
                .containsEntry(PATENTS, PartState.State.NOT_LIVE)
                .containsEntry(HEBEI, PartState.State.NOT_LIVE);
        assertThat(none.folder().faults())
                .doesNotHaveDuplicates()
                .extracting(Fault::place)
                .isSorted();
        assertThat(FolderParts.of(none.folder().faults())).contains(PATENTS, HEBEI);
    }

    @Test
    void aSaveOfWhichOnlyAPartGoesLiveIsCountedAsSuch() {
        addPatents();
        MeterRegistry registry = new SimpleMeterRegistry();
        RulesetMetrics metrics = new RulesetMetrics(registry, following.live());
        rules.edit(RULE, "abroad == false", "abroad = false");
        metrics.changed(following.next());
        rules.comment(RulesCopy.DESIGN, "edited");
        metrics.changed(following.next());
        rules.edit(RULE, "abroad = false", "abroad == false");
        metrics.changed(following.next());
        assertThat(registry.get("subsidy.rules.judged").timers())
                .extracting(timer -> timer.getId().getTag("verdict"), Timer::count)
                .containsExactlyInAnyOrder(tuple("live", 2L), tuple("partly_live", 1L), tuple("refused", 1L));
    }

    @Test
    void aPolicyWithAFaultGoesOnAsItWasWhileAnotherChangesAndARestartServesTheSame() {
        addPatents();
        rules.edit(RULE, "abroad == false", "abroad = false");
        Instant since = part(following.next(), PATENTS).since();
        rules.comment(RulesCopy.DESIGN, "edited");
        RulesetState edited = following.next();
        assertThat(part(edited, PATENTS)).isEqualTo(new PartState(PATENTS, PartState.State.STALE, since));
        assertThat(states(edited)).containsEntry(HEBEI, PartState.State.CURRENT);
        assertThat(served(edited, RULE)).isEqualTo(RULE_TEXT);
        assertThat(served(edited, RulesCopy.DESIGN)).endsWith("// edited\n");
        String version = following.version();
        following.close();

        following = Following.start(rules.folder(), temporary.resolve("data"));
        assertThat(following.version()).isEqualTo(version);
        assertThat(following.state().live().orElseThrow().origin()).isEqualTo(RulesetState.Origin.KEPT);
        assertThat(states(following.state()))
                .containsEntry(PATENTS, PartState.State.STALE)
                .containsEntry(HEBEI, PartState.State.CURRENT);

        rules.edit(RULE, "abroad = false", "abroad == false");
        RulesetState mended = following.next();
        assertThat(mended.state()).isEqualTo(RulesetState.State.CURRENT);
        assertThat(following.version()).isEqualTo(version);
    }

    @Test
    void ofAPolicyThatServesAsItWasTheNoticesStay() {
        addPatents();
        rules.edit(SCENARIOS, SCENARIOS_TEXT.substring(SCENARIOS_TEXT.indexOf("scenarios:")), "");
        List<Notice> told = notices(following.next());
        assertThat(told).extracting(Notice::code).contains(NoticeCode.POLICY_WITHOUT_SCENARIOS);
        rules.edit(RULE, "abroad == false", "abroad = false");
        RulesetState refused = following.next();
        assertThat(states(refused)).containsEntry(PATENTS, PartState.State.STALE);
        assertThat(notices(refused)).containsAll(told);
        rules.comment(RulesCopy.DESIGN, "edited");
        assertThat(notices(following.next())).extracting(Notice::code).contains(NoticeCode.POLICY_WITHOUT_SCENARIOS);
    }

    private static List<Notice> notices(RulesetState now) {
        return now.folder().notices().stream().map(RulesetState.Noticed::notice).toList();
    }

    @Test
    void theVersionIsThatOfTheSourcesThatServeAndTheyMakeTheSameRulesetAgain() {
        addPatents();
        rules.edit(RULE, "abroad == false", "abroad = false");
        following.next();
        rules.comment(RulesCopy.DESIGN, "edited");
        RulesetState edited = following.next();
        RulesetState.Live live = edited.live().orElseThrow();
        assertThat(live.sources().version()).isEqualTo(live.ruleset().version());
        assertThat(live.sources().version())
                .isNotEqualTo(edited.folder().sources().version());
        try (Ruleset again = Ruleset.of(live.sources())) {
            assertThat(again.version()).isEqualTo(live.ruleset().version());
        }
    }

    @Test
    void aBrokenVocabularyHoldsUpNoEditOfAPolicyThatDoesNotNeedIt() {
        rules.edit(APPLICANT, "declare Applicant\n", "declare Applicant\n    employees Integer\n");
        RulesetState broken = following.next();
        assertThat(states(broken)).containsEntry("vocabulary", PartState.State.STALE);
        rules.comment(RulesCopy.DESIGN, "edited");
        RulesetState edited = following.next();
        assertThat(states(edited))
                .containsEntry("vocabulary", PartState.State.STALE)
                .containsEntry(HEBEI, PartState.State.CURRENT);
        assertThat(served(edited, RulesCopy.DESIGN)).endsWith("// edited\n");
    }

    @Test
    void aPolicyThatNeedsWhatAFaultyVocabularyWouldBringWaitsForIt() {
        addPatents();
        rules.edit(APPLICANT, "declare Applicant\n", "declare Applicant\n    employees Integer\n");
        following.next();
        rules.edit(RULE, "when\n", "when\n    Applicant( employees < 300 )\n");
        RulesetState waiting = following.next();
        assertThat(states(waiting))
                .containsEntry("vocabulary", PartState.State.STALE)
                .containsEntry(PATENTS, PartState.State.STALE)
                .containsEntry(HEBEI, PartState.State.CURRENT);
        assertThat(served(waiting, RULE)).isEqualTo(RULE_TEXT);
    }

    @Test
    void aNewPolicyWhoseFaultShowsInAnotherStaysOutItself() {
        String folder = "a-first-2024";
        String claims =
                CLAIMS_TEXT.replace("patents_2024", "a_first_2024").replace("declare Patent", "declare DesignCentre");
        rules.save(folder + "/policy.yaml", POLICY_TEXT.replace(PATENTS, folder));
        rules.save(
                folder + "/rules.drl",
                claims + RULE_TEXT.substring(RULE_TEXT.indexOf("rule")).replace("Patent(", "DesignCentre("));
        RulesetState refused =
                following.next(now -> now.folder().sources().files().containsKey(folder + "/rules.drl"));
        assertThat(states(refused))
                .containsEntry(folder, PartState.State.NOT_LIVE)
                .containsEntry(HEBEI, PartState.State.CURRENT);
        rules.comment(RulesCopy.DESIGN, "edited");
        assertThat(served(following.next(), RulesCopy.DESIGN)).endsWith("// edited\n");
    }

    @Test
    void aPolicyThatIsRemovedIsOutOfService() {
        addPatents();
        for (String file : List.of(CLAIMS, POLICY, RULE, SCENARIOS)) {
            rules.remove(file);
        }
        RulesetState removed = following.next(now -> now.state() == RulesetState.State.CURRENT);
        assertThat(policies(removed)).containsExactly(HEBEI);
        assertThat(states(removed)).doesNotContainKey(PATENTS);
    }

    @Test
    void aFirstStartLeavesOutThePolicyThatHasFaults() {
        following.close();
        addFiles();
        rules.edit(RULE, "abroad == false", "abroad = false");
        following = Following.start(rules.folder(), temporary.resolve("empty"));
        assertThat(following.state().state()).isEqualTo(RulesetState.State.STALE);
        assertThat(following.state().folder().faults())
                .extracting(Fault::code)
                .containsExactly(FaultCode.OPERATOR_REFUSED);
        assertThat(policies(following.state())).containsExactly(HEBEI);
        assertThat(states(following.state())).containsEntry(PATENTS, PartState.State.NOT_LIVE);
        assertThat(new RulesetStateLog(rules.folder()).words(following.state()))
                .contains("do not go live (faults: 1; left out: patents-2024); ruleset " + following.version()
                        + " is live.");
    }

    private void addFiles() {
        rules.save(CLAIMS, CLAIMS_TEXT);
        rules.save(POLICY, POLICY_TEXT);
        rules.save(RULE, RULE_TEXT);
        rules.save(SCENARIOS, SCENARIOS_TEXT);
    }

    private void addPatents() {
        addFiles();
        following.next(now -> now.state() == RulesetState.State.CURRENT
                && now.folder().sources().files().containsKey(SCENARIOS));
    }

    private static List<String> policies(RulesetState now) {
        return now.live().orElseThrow().ruleset().book().policies().stream()
                .map(Policy::id)
                .toList();
    }

    private static String served(RulesetState now, String file) {
        return new String(
                Objects.requireNonNull(
                        now.live().orElseThrow().sources().files().get(file), file),
                StandardCharsets.UTF_8);
    }

    private static PartState part(RulesetState now, String folder) {
        return now.parts().stream()
                .filter(part -> part.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, PartState.State> states(RulesetState now) {
        return now.parts().stream().collect(Collectors.toMap(PartState::folder, PartState::state));
    }
}
