package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFolderTest {

    private final Deque<String> saves = new ArrayDeque<>();

    @TempDir
    Path temporary;

    @Test
    void aFileThatIsBeingWrittenIsWaitedForUntilItStays() {
        RulesCopy rules = RulesCopy.at(temporary);
        saves.addAll(List.of("package", "package hebei_quality_2022;", "package hebei_quality_2022; // whole"));
        RulesFolder folder = new RulesFolder(temporary, () -> saved(rules));
        assertThat(folder.settled().files().get(RulesCopy.DESIGN))
                .isEqualTo("package hebei_quality_2022; // whole".getBytes(StandardCharsets.UTF_8));
        assertThat(saves).isEmpty();
    }

    @Test
    void whatIsSavedAsItWasIsNoChange() {
        RulesCopy rules = RulesCopy.at(temporary);
        RulesFolder folder = new RulesFolder(temporary, () -> saved(rules));
        folder.settled();
        rules.save(RulesCopy.DESIGN, rules.text(RulesCopy.DESIGN));
        assertThat(folder.changed()).isEmpty();
        rules.comment(RulesCopy.DESIGN, "more");
        assertThat(folder.changed()).isPresent();
        assertThat(folder.changed()).isEmpty();
    }

    @Test
    void whenTheServiceStopsNothingIsWaitedFor() {
        RulesCopy.at(temporary);
        assertThat(new RulesFolder(temporary, () -> false).settled().files()).isEmpty();
    }

    @Test
    void aFileThatIsWrittenWithoutEndIsToldAndTheOthersAreReadWithoutIt() {
        RulesCopy rules = RulesCopy.at(temporary);
        RulesFolder folder = new RulesFolder(temporary, () -> commented(rules), Duration.ofMillis(50));
        RuleSources read = folder.settled();
        assertThat(read.faults()).extracting(Fault::code).containsExactly(FaultCode.FILE_UNSETTLED);
        assertThat(read.faults().get(0).place().file()).isEqualTo(RulesCopy.DESIGN);
        assertThat(read.files()).isNotEmpty().doesNotContainKey(RulesCopy.DESIGN);
        rules.comment("hebei-quality-2022/measure-01.drl", "another file");
        assertThat(folder.changed()).isPresent();
    }

    private boolean commented(RulesCopy rules) {
        rules.comment(RulesCopy.DESIGN, "and again");
        return true;
    }

    /** Saves the next part of the file while its writing is waited for. */
    private boolean saved(RulesCopy rules) {
        if (!saves.isEmpty()) {
            rules.save(RulesCopy.DESIGN, saves.remove());
        }
        return true;
    }
}
