package io.subsidyrules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is lawful and suspicious is told by one finding, at its place, in both languages; what is not, by none. */
class LintCatalogueTest {

    @TestFactory
    Stream<DynamicTest> everyExampleIsToldByItsFindingAndByNoOther() throws IOException {
        return LintExample.all().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.code() + ": " + example.change(), () -> isTold(example)));
    }

    private static void isTold(LintExample example) {
        List<LintFinding> findings = new ArrayList<>(LintExample.findings(example.sources()));
        List<LintFinding> expected = findings.stream()
                .filter(finding -> finding.code().equals(example.code().name())
                        && finding.place().equals(example.place().orElseThrow()))
                .toList();
        assertThat(expected).as("the finding among %s", findings).hasSize(1);
        findings.removeAll(expected);
        assertThat(findings)
                .as("other findings")
                .extracting(LintFinding::code)
                .containsExactlyInAnyOrderElementsOf(example.also());
        for (Language language : Language.values()) {
            assertThat(expected.get(0).told(language)).doesNotContain("%1", "%2", "  ", " 。", " ，");
        }
    }

    @TestFactory
    Stream<DynamicTest> whatOnlyComesCloseIsNoFinding() throws IOException {
        return LintExample.near().stream()
                .map(example -> DynamicTest.dynamicTest(example.code() + ": " + example.change(), () -> {
                    assertThat(LintExample.findings(example.sources()))
                            .extracting(LintFinding::code)
                            .containsExactlyInAnyOrderElementsOf(example.also());
                }));
    }

    @Test
    void everyCodeHasAnExampleAndOneThatComesClose() throws IOException {
        assertThat(LintExample.all()).extracting(LintExample::code).containsAll(EnumSet.allOf(LintCode.class));
        assertThat(LintExample.near())
                .extracting(LintExample::code)
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        LintCode.MEANT_SO_WITHOUT_REASON, LintCode.MEANT_SO_UNKNOWN, LintCode.READING_UNCITED)));
    }

    @Test
    void nothingIsSuspiciousInTheSmallPolicyItself() {
        assertThat(LintExample.findings(LintExample.RULES)).isEmpty();
    }
}
