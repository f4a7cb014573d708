package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However long the texts of a rules folder are, what the log and the status say of them is not. */
class LongTextsTest {

    private static final int LONGEST_LOG = 64_000;

    @Test
    void theLogHasALargestSizeAndTellsTheSameFaultsOnce(@TempDir Path temporary) {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        LongTexts.save(rules, "甲");
        try (Following following = Following.start(rules.folder(), temporary.resolve("data"))) {
            Standing standing = following.standing();
            assertThat(standing.folder().faults())
                    .hasSizeGreaterThanOrEqualTo(500)
                    .extracting(Fault::code)
                    .containsOnly(FaultCode.SCENARIO_FAILED, FaultCode.TOO_MANY_FAULTS);
            assertThat(standing.folder().faults().stream()
                            .limit(standing.folder().excerpts().size())
                            .mapToInt(fault -> fault.told(Language.ZH).length())
                            .sum())
                    .isLessThan(Told.CHARACTERS);
            StandingLog log = new StandingLog(Path.of("rules"));
            assertThat(log.next(standing))
                    .hasSizeBetween(1_000, LONGEST_LOG)
                    .contains(" more; GET /v1/rulesets/status");
            assertThat(log.next(standing))
                    .hasSizeLessThan(2_000)
                    .endsWith("The faults are the same as before this change.");
        }
    }
}
