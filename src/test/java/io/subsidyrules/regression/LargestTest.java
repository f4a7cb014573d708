package io.subsidyrules.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose share is the largest: that of the policy counts before that of its files. */
class LargestTest {

    @Test
    void manyFilesOfOnePolicyTakeMoreThanTheLargestFileOfAnother() {
        assertThat(Largest.fileOfLargestPart(Map.of("a/one", 20L, "b/one", 9L, "b/two", 11L, "b/three", 8L)))
                .isEqualTo(Map.entry("b/two", 11L));
    }

    @Test
    void theFolderAsAWholeIsAPartToo() {
        assertThat(Largest.fileOfLargestPart(Map.of(".", 5L, "a/one", 3L))).isEqualTo(Map.entry(".", 5L));
    }
}
