package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log says exactly why rules do not go live. */
class RulesetStateLogTest {

    @Test
    void everyFaultStandsInItWithItsPlaceItsLineAndBothLanguages(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"))
                .edit(RulesCopy.DESIGN, "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(new RulesetStateLog(Path.of("etc")).words(following.state()))
                    .isEqualTo("""
                    The rules in etc do not go live (faults: 1); no ruleset is live.
                    hebei-quality-2022/measure-09.drl:14:50 UNKNOWN_CONSTANT
                        $centre : DesignCentre( level == CentreLevel.PROVINCAL, recognisedOn >= "2022-09-06", recognisedOn <= asOf )
                                                                     ^^^^^^^^^
                    CentreLevel has no constant PROVINCAL. Maybe PROVINCIAL? Possible are: NATIONAL, PROVINCIAL.
                    CentreLevel 没有常量 PROVINCAL。是否应为 PROVINCIAL？可用的有：NATIONAL、PROVINCIAL。""");
        }
    }

    @Test
    void aNoticeStandsInItOnceInBothLanguages(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"))
                .edit(
                        "hebei-quality-2022/measure-16.drl",
                        "approvedOn <= asOf",
                        "approvedOn <= asOf, approvedOn >= \"2022-01-01\"");
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(new RulesetStateLog(Path.of("etc"))
                            .words(following.state().folder().notices()))
                    .isEqualTo("""
                    The rules in etc have something that looks wrong and blocks nothing (notices: 1).
                    hebei-quality-2022/measure-16.drl:8:6 CONDITION_WITHOUT_SCENARIO
                    rule "quality-brand-zone" extends "registered in Hebei"
                         ^
                    In no scenario does the rule quality-brand-zone fail by one of these conditions alone: approvedOn >= "2022-01-01". \
                    Write a scenario for each in which everything else holds. Where that is impossible, the condition says nothing that the others do not.
                    没有任何场景使规则 quality-brand-zone 仅因以下某一条件而不成立：approvedOn >= "2022-01-01"。\
                    请为每个条件编写一个其余条件均成立的场景；若不可能做到，说明该条件是多余的。""");
        }
    }

    @Test
    void soundRulesAreOneLine(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(new RulesetStateLog(Path.of("etc")).words(following.state()))
                    .matches("The rules in etc are live: ruleset [0-9a-f]{64}, scenarios run: \\d+, judged in \\d+ ms");
        }
    }
}
