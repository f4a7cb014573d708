package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the documents: short enough, of one width, with links and words that lead somewhere. */
class DocumentsTest {

    private static final int WIDTH = 120;
    private static final int LINES_OF_README = 150;

    private static final Pattern GENERATED = Pattern.compile(
            "<!-- the (\\w+) begins?\\b.*?<!-- the \\1 ends? -->|<!-- worked examples.*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("(?<=`)[a-z.]+(?=`)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");
    private static final Pattern SETTING = Pattern.compile("(?<=ConfigProperty\\(name = \")subsidy[a-z.-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

    static List<Path> prose() throws IOException {
        try (Stream<Path> documents = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            documents.filter(DocumentsTest::isMarkdown),
                            Stream.of("README.md", "CONTRIBUTING.md").map(Path::of))
                    .toList();
        }
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> documents = Files.walk(Path.of("docs"));
                Stream<Path> others = Files.list(Path.of(""))) {
            return Stream.concat(documents, others)
                    .filter(DocumentsTest::isMarkdown)
                    .toList();
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(LINES_OF_README);
    }

    @ParameterizedTest
    @MethodSource("prose")
    void proseHasOneWidth(Path document) throws IOException {
        String prose = CODE.matcher(
                        GENERATED.matcher(Files.readString(document)).replaceAll(""))
                .replaceAll("");
        assertThat(prose.lines().filter(line -> !line.startsWith("|") && !line.startsWith(">")))
                .allMatch(line -> line.codePointCount(0, line.length()) <= WIDTH);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)))
                .allMatch(link -> Files.exists(document.resolveSibling(link)));
    }

    @Test
    void theSettingsOfTheServiceAreInTheTableForOperators() throws IOException {
        String operating = Files.readString(Path.of("docs/operating.md"));
        assertThat(found(SETTING, sources())
                        .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")))
                .hasSizeGreaterThan(5)
                .allMatch(name -> operating.contains("`" + name + "`"));
    }

    /** The last cell of each row, and the cell of the Chinese words. */
    @Test
    void theGlossaryNamesPackagesAndWordsThatThereAre() throws IOException {
        List<String[]> rows = Files.readAllLines(Path.of("docs/glossary.md")).stream()
                .map(line -> line.split(" *\\| *"))
                .filter(cells -> cells.length == 5)
                .toList();
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows.stream().flatMap(cells -> found(QUOTED, cells[4])))
                .isNotEmpty()
                .allMatch(ArchitectureTest.MAY_USE::containsKey);
        String sources = sources();
        assertThat(rows.stream().flatMap(cells -> found(CHINESE, cells[2])))
                .isNotEmpty()
                .allMatch(sources::contains);
    }

    private static Stream<String> found(Pattern pattern, String cell) {
        return pattern.matcher(cell).results().map(MatchResult::group);
    }

    /** All texts of the service, in its classes and in its resources. */
    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(java|properties)"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }
}
