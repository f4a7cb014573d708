package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.hostile.Child;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder full of faults is told soon and in little memory. */
class ManyFaultsTest {

    private static final int FILES = 60;
    private static final int RULES = 9_000;
    private static final long FAR_TOO_LONG_MS = 30_000;

    @TempDir
    Path temporary;

    @Test
    void fourteenMegabytesOfFaultyRulesAreToldSoonInAHeapOf256Megabytes() {
        RulesCopy rules = RulesCopy.at(temporary.resolve("rules"));
        String faulty = "rule \"x\" when foo( then\n".repeat(RULES);
        for (int i = 0; i < FILES; i++) {
            rules.save("hebei-quality-2022/z-" + i + ".drl", faulty);
        }
        List<String> printed = Child.run(
                Child.testClassPath(),
                List.of("-Xmx256m"),
                JudgedFolderMain.class,
                rules.folder().toString(),
                temporary.resolve("data").toString());
        List<String> faults =
                printed.stream().filter(line -> line.startsWith("fault ")).toList();
        assertThat(printed).noneMatch(line -> line.contains("OutOfMemoryError"));
        assertThat(faults).hasSizeBetween(500, 510).noneMatch(line -> line.contains("JUDGING_FAILED"));
        assertThat(faults.stream().filter(line -> line.startsWith("fault TOO_MANY_FAULTS")))
                .hasSizeBetween(4, 5);
        assertThat(printed)
                .contains(
                        "summary The files are looked at no further than to fault 500; what else is wrong follows once these are mended.");
        assertThat(printed.stream()
                        .filter(line -> line.startsWith("ms "))
                        .mapToLong(line -> Long.parseLong(line.substring(3)))
                        .sum())
                .isBetween(1L, FAR_TOO_LONG_MS);
    }
}
