package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CONTRIBUTING.md names what there is. */
class ContributingTest {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.\\w+)?`");
    private static final Pattern FILE = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)|`(src/[\\w./-]+)`");

    /** A schema of the contract. */
    private static final Set<String> OTHER = Set.of("NewFact");

    private final String page = Files.readString(Path.of("CONTRIBUTING.md"));

    ContributingTest() throws IOException {}

    @Test
    void everyPackageIsOnTheMapOnce() {
        String map = page.substring(page.indexOf("## Map of the packages"), page.indexOf("## Add an operator"));
        assertThat(found(PACKAGE, map)).containsExactlyInAnyOrderElementsOf(ArchitectureTest.MAY_USE.keySet());
    }

    @Test
    void everyTypeAndFileThatItNamesIsThere() throws IOException {
        Set<String> types;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        assertThat(found(TYPE, page))
                .hasSizeGreaterThan(20)
                .allMatch(name -> types.contains(name) || OTHER.contains(name));
        assertThat(found(FILE, page)).hasSizeGreaterThan(10).allMatch(file -> Files.exists(Path.of(file)));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
                .toList();
    }
}
