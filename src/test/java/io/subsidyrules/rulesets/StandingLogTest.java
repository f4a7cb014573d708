package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log says exactly why rules do not go live. */
class StandingLogTest {

    @Test
    void everyFaultStandsInItWithItsPlaceItsLineAndBothLanguages(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"))
                .edit(RulesCopy.DESIGN, "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(new StandingLog(Path.of("rules")).words(following.standing()))
                    .isEqualTo("""
                    The rules in rules do not go live (faults: 1); no ruleset is live.
                    hebei-quality-2022/measure-09.drl:14:50 UNKNOWN_CONSTANT
                        $centre : DesignCentre( level == CentreLevel.PROVINCAL, recognisedOn >= "2022-09-06", recognisedOn <= asOf )
                                                                     ^^^^^^^^^
                    CentreLevel has no constant PROVINCAL. Maybe PROVINCIAL? Possible are: NATIONAL, PROVINCIAL.
                    CentreLevel 没有常量 PROVINCAL。是否应为 PROVINCIAL？可用的有：NATIONAL、PROVINCIAL。""");
        }
    }

    @Test
    void soundRulesAreOneLine(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            assertThat(new StandingLog(Path.of("rules")).words(following.standing()))
                    .matches(
                            "The rules in rules are live: ruleset [0-9a-f]{64}, scenarios run: \\d+, judged in \\d+ ms");
        }
    }
}
