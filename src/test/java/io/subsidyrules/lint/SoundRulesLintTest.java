package io.subsidyrules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.examples.Examples;
import org.junit.jupiter.api.Test;

/** The first policy and the examples have nothing suspicious, or say of it why it is meant so. */
class SoundRulesLintTest {

    @Test
    void nothingIsSuspiciousInTheRulesAndTheExamplesBesideThem() {
        assertThat(LintExample.findings(Examples.SOURCES)).isEmpty();
    }
}
