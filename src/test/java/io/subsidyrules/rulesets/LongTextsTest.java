package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Block;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
            RulesetState now = following.state();
            assertThat(now.folder().faults())
                    .hasSizeGreaterThanOrEqualTo(500)
                    .extracting(Fault::code)
                    .containsOnly(FaultCode.SCENARIO_FAILED, FaultCode.TOO_MANY_FAULTS);
            assertThat(now.folder().faults().stream()
                            .limit(now.folder().excerpts().size())
                            .mapToInt(fault -> fault.told(Language.ZH).length())
                            .sum())
                    .isLessThan(FindingsLimit.CHARACTERS);
            RulesetStateLog log = new RulesetStateLog(Path.of("etc"));
            assertThat(log.next(now)).hasSizeBetween(1_000, LONGEST_LOG).contains(" more; GET /v1/rulesets/status");
            assertThat(log.next(now)).hasSizeLessThan(2_000).endsWith("The faults are the same as before this change.");
        }
    }

    /** A detail of lines to copy is longer than any other. */
    @Test
    void ofLongFaultsAndNoticesAsManyAreToldInFullAsThereIsRoomFor() {
        Fault fault = Fault.of(
                Place.startOf("policy.yaml"),
                FaultCode.MEMBER_MISSING,
                "measures",
                new Block("  title: a title\n".repeat(1_000)));
        int length = fault.told(Language.EN).length();
        assertThat(length).isGreaterThan(10_000);
        Excerpt excerpt = Excerpt.of("", fault.place());
        List<Fault> faults = Collections.nCopies(FindingsLimit.MOST, fault);
        int told = FindingsLimit.faults(faults, Collections.nCopies(FindingsLimit.MOST, excerpt));
        assertThat(told).isBetween(10, FindingsLimit.CHARACTERS / length);
        Notice notice = new Notice(fault.place(), NoticeCode.CONDITION_WITHOUT_SCENARIO, fault.text(), fault.remedy());
        assertThat(FindingsLimit.notices(
                        Collections.nCopies(FindingsLimit.MOST, notice),
                        Collections.nCopies(FindingsLimit.MOST, excerpt)))
                .isEqualTo(told);
        RulesetState.Noticed noticed = new RulesetState.Noticed(notice, excerpt);
        RulesetStateLog log = new RulesetStateLog(Path.of("etc"));
        assertThat(log.words(Collections.nCopies(told, noticed))).hasSizeBetween(10_000, LONGEST_LOG);
        RulesetState.Found found = new RulesetState.Found(
                RuleSources.NONE,
                false,
                Instant.EPOCH,
                Duration.ZERO,
                0,
                faults,
                List.of(),
                Collections.nCopies(told, excerpt),
                List.of(),
                0);
        assertThat(log.words(new RulesetState(Optional.empty(), found, List.of())))
                .hasSizeBetween(10_000, LONGEST_LOG);
    }
}
