package io.subsidyrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the examples lead to all that there is of each policy, and their command serves them. */
class ExamplePagesTest {

    private static final Path INDEX = Examples.FOLDER.resolve("README.md");
    private static final RuleBook BOOK = Dialect.read(Examples.SOURCES);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+\\.[0-9]+) \\|");
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"(.*?)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(rm -rf target/rules && .*) && java (.*)$");

    static List<String> policies() {
        return Examples.policies();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPageNamesEachClauseInItsOrderWithItsRules(String policy) throws IOException {
        String page = page(policy);
        Policy ledger = BOOK.policy(policy).orElseThrow();
        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(ledger.clauses().map(Clause::number).toList());
        for (Clause clause : ledger.clauses().toList()) {
            Matcher row = Pattern.compile("(?m)^\\| \\Q" + clause.number() + "\\E \\|.*$")
                    .matcher(page);
            assertThat(row.find()).isTrue();
            assertThat(rules(policy, clause.number()))
                    .allMatch(rule -> row.group().contains("`" + rule + "`"));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPageNamesEachRuleAndEachReading(String policy) throws IOException {
        String page = page(policy);
        assertThat(names(policy)).isNotEmpty().allMatch(name -> page.contains("`" + name + "`"));
        assertThat(BOOK.policy(policy).orElseThrow().readings().stream().map(Reading::id))
                .isNotEmpty()
                .allMatch(reading -> page.contains("- `" + reading + "`:"));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theIndexLeadsToEachPage(String policy) throws IOException {
        assertThat(Files.readString(INDEX)).contains("[%s](%s/README.md)".formatted(policy, policy));
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        for (Path page : Stream.concat(Stream.of(INDEX), policies().stream().map(ExamplePagesTest::path))
                .toList()) {
            assertThat(LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)))
                    .as(page.toString())
                    .allMatch(link -> Files.exists(page.resolveSibling(link)));
        }
    }

    /** Up to the start of the service, which is told to take the folder that is then there. */
    @Test
    void theCommandPutsThemBesideTheFirstPolicy() throws IOException, InterruptedException {
        Matcher command = COMMAND.matcher(Files.readString(INDEX));
        assertThat(command.find()).isTrue();
        assertThat(command.group(2)).contains("-Dsubsidy.rules=target/rules ");
        Process copying =
                new ProcessBuilder("sh", "-c", command.group(1)).inheritIO().start();
        assertThat(copying.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copying.exitValue()).isZero();
        RuleSources served = SourceFolder.sources(Path.of("target/rules"));
        assertThat(served.faults()).isEmpty();
        assertThat(served.passedOver()).isEmpty();
        assertThat(served.files()).containsExactlyInAnyOrderEntriesOf(Examples.SOURCES.files());
    }

    private static Stream<String> rules(String policy, String clause) {
        return Stream.concat(
                BOOK.rules().stream()
                        .filter(rule ->
                                rule.policy().equals(policy) && rule.clause().equals(clause))
                        .map(Rule::name),
                BOOK.limits().stream()
                        .filter(limit ->
                                limit.policy().equals(policy) && limit.clause().equals(clause))
                        .map(Limit::name));
    }

    /** The names of all rules of the files, those with an empty {@code then} among them. */
    private static List<String> names(String policy) {
        return Examples.alone(policy).files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .flatMap(text -> RULE.matcher(text).results())
                .map((MatchResult rule) -> rule.group(1))
                .toList();
    }

    private static String page(String policy) throws IOException {
        return Files.readString(path(policy));
    }

    private static Path path(String policy) {
        return Examples.FOLDER.resolve(policy).resolve("README.md");
    }
}
