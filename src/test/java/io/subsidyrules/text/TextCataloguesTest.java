package io.subsidyrules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All catalogues of texts in both languages. */
class TextCataloguesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/subsidyrules");
    private static final Path SOURCES = Path.of("src/main/java/io/subsidyrules");

    private static final Pattern DETAIL = Pattern.compile("%(?:([0-9]+)\\$)?s");

    /** A key that a class asks its catalogue for, outright or behind a condition. */
    private static final Pattern ASKED = Pattern.compile("\\bTEXTS\\s*\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** The yuan, as a unit of amounts or as the word before them. */
    private static final Pattern YUAN = Pattern.compile("\\b(?i:yuan|RMB|CNY)\\b|(?<!单)元(?![旦件素])|人民币");

    /** The names of currencies, the money of the applicant, which is always in yuan, and an example among others. */
    private static final Set<String> OF_YUAN =
            Set.of("policy/texts", "fault/faults.MONEY_OF_APPLICANT", "fault/faults.CURRENCY_DECIMALS.remedy");

    private static final Pattern CHINESE = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\\p{IsHan}");

    /** Sentences that are composed word by word, one that goes with the English of a library, and what people type. */
    private static final Set<String> WITH_CHINESE = Set.of(
            "engine/wording/",
            "writing/",
            "codes/CreditCodes.java",
            "decision/SpreadsheetText.java",
            "dialect/operand/FieldTypes.java",
            "dialect/operand/OperandBinder.java",
            "dialect/bind/PatternPool.java",
            "dialect/source/CopiedFile.java",
            "dialect/source/UnreadFile.java",
            "dialect/syntax/ExpressionParser.java",
            "dialect/syntax/Form.java",
            "dialect/syntax/Lexer.java",
            "dialect/syntax/MistypedLiteral.java",
            "engine/values/ExampleText.java",
            "engine/values/TextAlternative.java",
            "lint/MeantSo.java",
            "lint/ScenarioNames.java",
            "lint/ToDos.java",
            "lint/UnusedConstants.java",
            "lint/written/",
            "notice/SummaryFigures.java",
            "page/Layout.java",
            "regression/RefusedRequest.java",
            "text/Grouping.java",
            "yaml/YamlScalar.java");

    static List<Path> english() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> texts() throws IOException {
        return english().stream()
                .filter(file -> file.endsWith("texts_en.properties"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("english")
    void bothLanguagesHaveTheSameKeysWithTheSameDetails(Path english) throws IOException {
        Path chinese = Path.of(english.toString().replace("_en.", "_zh."));
        assertThat(details(english)).isEqualTo(details(chinese));
    }

    /** With details a text is a format, in which a percent sign is written twice; without, it is shown as it is. */
    @ParameterizedTest
    @MethodSource("english")
    void everyTextWithDetailsCanBeFilled(Path english) throws IOException {
        for (Path file : List.of(english, Path.of(english.toString().replace("_en.", "_zh.")))) {
            read(file).forEach((key, text) -> {
                if (DETAIL.matcher(text).find()) {
                    Object[] details = Collections.nCopies(9, "x").toArray();
                    assertThat(String.format(Locale.ROOT, text, details))
                            .as(key)
                            .doesNotContain("%s");
                } else {
                    assertThat(text).as(key).doesNotContain("%%");
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("english")
    void noKeyIsThereTwice(Path english) throws IOException {
        for (Path file : List.of(english, Path.of(english.toString().replace("_en.", "_zh.")))) {
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.replaceAll("\\s*=.*", ""))
                    .toList();
            assertThat(keys)
                    .as(file.toString())
                    .doesNotHaveDuplicates()
                    .hasSize(read(file).size());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyKeyIsInASourceOfItsPackage(Path english) throws IOException {
        String sources = sources(RESOURCES.relativize(english.getParent()));
        assertThat(read(english).keySet()).allSatisfy(key -> {
            String constant = key.replaceAll("\\..*", "");
            assertThat(sources)
                    .containsPattern(
                            constant.matches("[A-Z0-9_]+")
                                    ? "\\b" + constant + "\\b"
                                    : "\"" + Pattern.quote(key) + "\"");
        });
    }

    @Test
    void everyKeyThatAClassAsksForIsInTheCatalogueOfItsPackage() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Path folder = SOURCES.relativize(file.getParent());
                Path catalogue = RESOURCES.resolve(folder).resolve("texts_en.properties");
                Set<String> keys = Files.exists(catalogue) ? read(catalogue).keySet() : Set.of();
                ASKED.matcher(Files.readString(file))
                        .results()
                        .map(asked -> asked.group(1))
                        .filter(key -> !keys.contains(key))
                        .forEach(key -> missing.add(folder + ": " + key));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noChineseForPeopleIsWrittenInJava() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> WITH_CHINESE.stream()
                                    .noneMatch(SOURCES.relativize(file).toString()::startsWith))
                            .filter(file -> string(file)
                                    .lines()
                                    .filter(line -> !line.strip().startsWith("*"))
                                    .anyMatch(line -> CHINESE.matcher(line).find())))
                    .isEmpty();
        }
    }

    /** Amounts are of the currency of their policy, so a text is told it, or names none. */
    @ParameterizedTest
    @MethodSource("english")
    void noTextSaysYuanOfWhateverAmount(Path english) throws IOException {
        for (Path file : List.of(english, Path.of(english.toString().replace("_en.", "_zh.")))) {
            String name = RESOURCES.relativize(file).toString().replaceAll("_(en|zh)\\.properties", "");
            read(file).forEach((key, text) -> {
                if (!OF_YUAN.contains(name) && !OF_YUAN.contains(name + "." + key)) {
                    assertThat(text).as(name + "." + key).doesNotContainPattern(YUAN);
                }
            });
        }
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextCataloguesTest::string)
                    .collect(Collectors.joining());
        }
    }

    private static String string(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The numbers of the details that each text takes; one may be there twice. */
    private static SortedMap<String, Set<String>> details(Path file) throws IOException {
        SortedMap<String, Set<String>> details = new TreeMap<>();
        read(file).forEach((key, text) -> {
            List<MatchResult> found = DETAIL.matcher(text).results().toList();
            Set<String> numbers = new TreeSet<>();
            int next = 1;
            for (MatchResult one : found) {
                numbers.add(one.group(1) == null ? String.valueOf(next++) : one.group(1));
            }
            details.put(key, numbers);
        });
        return details;
    }

    private static SortedMap<String, String> read(Path file) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        SortedMap<String, String> texts = new TreeMap<>();
        read.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
