package io.subsidyrules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The first policy and the examples have nothing suspicious, or say of it why it is meant so. */
class SoundRulesLintTest {

    @Test
    void nothingIsSuspiciousInTheRulesAndTheExamplesBesideThem() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(SourceFolder.sources(Path.of("rules")).files());
        files.putAll(SourceFolder.sources(Path.of("examples")).files());
        assertThat(LintExample.findings(new RuleSources(files))).isEmpty();
    }
}
