package io.subsidyrules.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names are there. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*Test)`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        Set<String> there;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(NAMED.matcher(Files.readString(Path.of("docs", "security.md")))
                        .results())
                .hasSizeGreaterThan(30)
                .allMatch(named -> there.contains(named.group(1)));
    }
}
