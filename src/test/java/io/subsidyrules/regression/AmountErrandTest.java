package io.subsidyrules.regression;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import io.subsidyrules.dialect.Dialect;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.source.SourceFolder;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.NoticeCode;
import io.subsidyrules.notice.Notices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever changes an amount in a rule is told of all that is to be changed with it, as CONTRIBUTING.md says. */
class AmountErrandTest {

    private static final RuleSources RULES = SourceFolder.sources(LiveRules.FOLDER);
    private static final Pattern AMOUNT = Pattern.compile("yuan\\( ([0-9_]+) \\)");
    private static final Pattern WRITES = Pattern.compile("mvn -B -ntp test -Dtest='([A-Za-z,]+)' -Ddocs.write=true");
    private static final BigDecimal LESS = BigDecimal.valueOf(1_000);

    @TestFactory
    Stream<DynamicTest> anotherAmountTurnsScenariosRedAndNothingElseOfTheFolder() {
        return Dialect.read(RULES).rules().stream()
                .filter(rule -> rule.amount().isPresent())
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> onlyScenariosFail(rule)));
    }

    private static void onlyScenariosFail(Rule rule) {
        assertThat(Judgement.of(changed(rule)).faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.code().name()).startsWith("SCENARIO_");
            assertThat(fault.place().file()).endsWith(".scenarios.yaml");
        });
    }

    @Test
    void theSummaryThatNamesTheOldAmountIsToldInBothLanguages() {
        String policy = "hebei-quality-2022/policy.yaml";
        Rule first = Dialect.read(RULES).rules().stream()
                .filter(rule -> rule.place().file().endsWith("measure-02.drl"))
                .findFirst()
                .orElseThrow();
        RuleSources changed = changed(first);
        List<Notice> notices = Notices.of(changed, Judgement.of(changed));
        assertThat(notices).extracting(Notice::code).containsOnly(NoticeCode.SUMMARY_AMOUNT);
        assertThat(notices.stream().map(notice -> line(policy, notice.place().line())))
                .hasSize(2)
                .satisfiesExactly(line -> assertThat(line).startsWith("en: "), line -> assertThat(line)
                        .startsWith("zh: "));
    }

    @Test
    void theCommandOfThePageWritesWhatIsDerived() throws IOException {
        Matcher command = WRITES.matcher(Files.readString(Path.of("CONTRIBUTING.md")));
        assertThat(command.find()).isTrue();
        List<String> named = List.of(command.group(1).split(",", -1));
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> writers = files.filter(
                            file -> file.toString().endsWith("Test.java") && !file.endsWith("AmountErrandTest.java"))
                    .filter(AmountErrandTest::writesDocs)
                    .toList();
            assertThat(writers.stream()
                            .filter(file -> text(file).contains("LiveRules."))
                            .map(file -> String.valueOf(file.getFileName()).replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    private static boolean writesDocs(Path file) {
        return text(file).contains("Boolean.getBoolean(\"docs.write\")");
    }

    /** The rules with another amount in one of them: a thousand yuan less, since the highest may be the policy's largest. */
    private static RuleSources changed(Rule rule) {
        String file = rule.place().file();
        SortedMap<String, byte[]> files = new TreeMap<>(RULES.files());
        String text = new String(requireNonNull(files.get(file)), StandardCharsets.UTF_8);
        int start = text.indexOf("rule \"" + rule.name() + "\"");
        Matcher amount = AMOUNT.matcher(text);
        assertThat(amount.find(start)).as(rule.name()).isTrue();
        String less =
                new BigDecimal(amount.group(1).replace("_", "")).subtract(LESS).toPlainString();
        String changed = text.substring(0, amount.start(1)) + less + text.substring(amount.end(1));
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        return new RuleSources(files);
    }

    private static String line(String file, int number) {
        return new String(requireNonNull(RULES.files().get(file)), StandardCharsets.UTF_8)
                .lines()
                .skip(number - 1L)
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
