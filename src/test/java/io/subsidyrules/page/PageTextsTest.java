package io.subsidyrules.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of pages and letters, in both languages. */
class PageTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/subsidyrules");

    /** The texts of these quote rule files, JSON and headers, which have punctuation of their own. */
    private static final List<String> QUOTING =
            List.of("/dialect/", "/yaml/", "/regression/", "/fault/", "/notice/", "/codes/");

    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:!?()]|[,;:!?()]\\p{IsHan}");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\u3000-\\u303F\\uFF00-\\uFFEF]");
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): (#[0-9a-f]{3,6});");

    static List<Path> english() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_en.properties"))
                    .filter(file -> QUOTING.stream().noneMatch(file.toString()::contains))
                    .toList();
        }
    }

    @Test
    void thereAreTextsOfPages() throws IOException {
        assertThat(english()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("english")
    void eachLanguageHasItsOwnPunctuation(Path english) throws IOException {
        assertThat(phrases(english).values())
                .noneMatch(phrase -> FULL_WIDTH.matcher(phrase).find());
        assertThat(phrases(chinese(english)).values())
                .noneMatch(phrase -> HALF_WIDTH.matcher(phrase).find());
    }

    /** WCAG 2.2, 1.4.3: 4.5 to 1 for all text, in the light and in the dark scheme. */
    @Test
    void everyTextCanBeToldFromWhatIsBehindIt() {
        List<SortedMap<String, String>> schemes = Style.CSS
                .lines()
                .filter(line -> line.contains("--ink:"))
                .map(line -> COLOUR.matcher(line)
                        .results()
                        .collect(Collectors.toMap(
                                one -> one.group(1), one -> one.group(2), (one, two) -> two, TreeMap::new)))
                .<SortedMap<String, String>>map(scheme -> scheme)
                .toList();
        assertThat(schemes).hasSize(3);
        for (SortedMap<String, String> scheme : schemes) {
            for (String text : List.of("ink", "soft", "link", "good", "refer", "open", "bad")) {
                for (String behind : List.of("paper", "tint", "alert")) {
                    assertThat(contrast(colour(scheme, text), colour(scheme, behind)))
                            .as("%s on %s of %s", text, behind, scheme)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    private static String colour(SortedMap<String, String> scheme, String name) {
        return Objects.requireNonNull(scheme.get(name), name);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        double[] shares = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < shares.length; i++) {
            double part = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += shares[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }

    private static Path chinese(Path english) {
        return Path.of(english.toString().replace("_en.", "_zh."));
    }

    private static SortedMap<String, String> phrases(Path file) throws IOException {
        Properties read = new Properties();
        read.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        SortedMap<String, String> phrases = new TreeMap<>();
        read.forEach((key, phrase) -> phrases.put((String) key, (String) phrase));
        return phrases;
    }
}
