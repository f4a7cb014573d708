package io.subsidyrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A folder of nearly the largest size that consists of hostile files is judged soon and in little memory, of every kind. */
@Tag("long")
class ManyFilesTest {

    private static final long FAR_TOO_LONG_MS = 180_000;

    @Test
    void sixtyFilesOfEachKindAreJudgedInAHeapOf256Megabytes() {
        List<String[]> judged = Child.run(Child.testClassPath(), List.of("-Xmx256m"), ManyFilesMain.class).stream()
                .filter(line -> line.startsWith("judged "))
                .map(line -> line.split(" ", 5))
                .toList();
        assertThat(judged).hasSize((int) Adversaries.all().count()).allSatisfy(line -> {
            assertThat(Long.parseLong(line[1])).as(line[4]).isLessThan(FAR_TOO_LONG_MS);
            assertThat(Integer.parseInt(line[2])).as(line[4]).isLessThanOrEqualTo(510);
            assertThat(line[3]).as(line[4]).isEqualTo("told");
        });
    }
}
