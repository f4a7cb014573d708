package io.subsidyrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.source.SourceFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The amounts that are in force stand in the folder rules alone: what reads that folder names none of them. */
class LiveRulesTest {

    private static final Path TESTS = Path.of("src/test/java/io/subsidyrules");
    private static final Pattern FOLDER_BY_NAME = Pattern.compile("\"rules/|(Path\\.of|getProperty)\\(\"rules\"");

    /** Whoever is added here has what it says of the rules made, and not written, or looks at scenarios alone. */
    private static final List<String> READERS = List.of(
            // The rules, their scenarios and their notices.
            "coverage/LiveCoverageTest.java",
            "regression/AmountErrandTest.java",
            "regression/CoverageTest.java",
            "regression/LocaleTest.java",
            "regression/MutantsTest.java",
            "regression/PlainWordsTest.java",
            "regression/PolicyScenariosTest.java",
            "regression/SoundRulesTest.java",
            // The pipelines, which are run on them.
            "cli/CiPageTest.java",
            // The examples beside them.
            "examples/Examples.java",
            // The policies of the guide beside them.
            "guide/RuleFilesPageTest.java",
            "guide/SentencePolicies.java",
            // Letters.
            "statement/StatementFilesTest.java",
            // What the README and docs show.
            "IntegratingPageTest.java",
            "ReadmeTest.java",
            "evaluation/ExplanationsPageTest.java");

    /** What is smaller is too common a number to be told from others. */
    private static final BigDecimal SMALL = new BigDecimal(10_000);

    /** What people write around amounts. */
    private static final List<String> PROSE = List.of("README.md", "CONTRIBUTING.md", "docs/explanations.md");

    private static final Pattern MADE =
            Pattern.compile("```(json|text)?\n.*?```|<!-- worked examples: .*", Pattern.DOTALL);

    @Test
    void onlyTheseTestsReadTheRulesThatAreInForce() throws IOException {
        List<String> readers;
        List<String> byName;
        try (Stream<Path> files = Files.walk(TESTS)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            readers = sources.stream()
                    .filter(file -> text(file).contains("LiveRules."))
                    .map(file -> TESTS.relativize(file).toString())
                    .filter(file -> !file.equals("LiveRulesTest.java"))
                    .toList();
            byName = sources.stream()
                    .filter(file -> FOLDER_BY_NAME.matcher(text(file)).find())
                    .map(file -> TESTS.relativize(file).toString())
                    .toList();
        }
        assertThat(readers).containsExactlyInAnyOrderElementsOf(READERS);
        assertThat(byName).containsExactlyInAnyOrder("LiveRules.java", "LiveRulesTest.java");
    }

    @Test
    void noneOfThemAndNoProseNamesAnAmountThatIsInForce() {
        Pattern amounts = amounts();
        assertThat(amounts.matcher(text(LiveRules.FOLDER.resolve("hebei-quality-2022/policy.yaml")))
                        .results()
                        .count())
                .as("the summaries' amounts by %s", amounts)
                .isGreaterThan(20);
        assertThat(READERS).allSatisfy(file -> assertThat(
                        amounts.matcher(text(TESTS.resolve(file))).results().map(found -> found.group()))
                .isEmpty());
        assertThat(PROSE).allSatisfy(file -> assertThat(
                        amounts.matcher(MADE.matcher(text(Path.of(file))).replaceAll(""))
                                .results()
                                .map(found -> found.group()))
                .isEmpty());
    }

    /** Each amount of the rules in the forms in which it is written: 300000, 300,000, 300_000, 30万, and 5 million. */
    private static Pattern amounts() {
        String forms = Dialect.read(SourceFolder.sources(LiveRules.FOLDER)).rules().stream()
                .flatMap(rule -> rule.amount().stream())
                .map(Amount::ceiling)
                .map(yuan -> yuan.amount().stripTrailingZeros())
                .filter(amount -> amount.compareTo(SMALL) >= 0)
                .distinct()
                .flatMap(LiveRulesTest::forms)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\d.,_])(" + forms + ")(?![\\d_]|[.,]\\d{3})");
    }

    private static Stream<String> forms(BigDecimal amount) {
        String plain = amount.toPlainString();
        String grouped = String.format(Locale.ROOT, "%,d", amount.longValue());
        String tenThousands = amount.movePointLeft(4).stripTrailingZeros().toPlainString() + " ?万";
        String millions = amount.movePointLeft(6).stripTrailingZeros().toPlainString() + "[ -]million";
        return Stream.of(plain, grouped, grouped.replace(',', '_'), tenThousands, millions.replace(".", "\\."))
                .map(form -> form.replace("0.", "0\\."));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
