package io.subsidyrules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.hostile.Child;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the largest size whose scenarios cost as much as they can is judged soon and in little memory. */
@Tag("long")
class CostlyFolderTest {

    private static final long FAR_TOO_LONG_MS = 60_000;

    @TempDir
    Path temporary;

    private RulesCopy rules;

    @BeforeEach
    void copy() {
        rules = RulesCopy.at(temporary.resolve("rules"));
    }

    @Test
    void aListOfAThousandClaimsUsedByFiftyScenariosOf450FilesIsToldSoon() {
        save(450, CostlyScenarios.file(50));
        List<String> printed = judged();
        assertThat(faults(printed)).singleElement().asString().startsWith("fault TOO_MANY_CLAIMS");
        assertThat(milliseconds(printed)).isBetween(1L, FAR_TOO_LONG_MS);
    }

    @Test
    void asManyClaimsWithLongNamesAsThereMayBeAreJudgedInAHeapOf256Megabytes() {
        save(49, CostlyScenarios.fileWithNames(4, 60));
        List<String> printed = judged();
        assertThat(faults(printed)).isEmpty();
        assertThat(printed).contains("state CURRENT");
        assertThat(milliseconds(printed)).isBetween(1L, FAR_TOO_LONG_MS);
    }

    private void save(int files, String text) {
        for (int i = 0; i < files; i++) {
            rules.save("hebei-quality-2022/costly-" + i + ".scenarios.yaml", text);
        }
    }

    private List<String> judged() {
        List<String> printed = Child.run(
                Child.testClassPath(),
                List.of("-Xmx256m"),
                JudgedFolderMain.class,
                rules.folder().toString(),
                temporary.resolve("data").toString());
        assertThat(printed).noneMatch(line -> line.contains("OutOfMemoryError"));
        printed.forEach(System.out::println);
        return printed;
    }

    private static List<String> faults(List<String> printed) {
        return printed.stream().filter(line -> line.startsWith("fault ")).toList();
    }

    private static long milliseconds(List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith("ms "))
                .mapToLong(line -> Long.parseLong(line.substring(3)))
                .sum();
    }
}
