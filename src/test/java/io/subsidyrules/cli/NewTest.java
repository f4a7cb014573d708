package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies, measures and scenarios that are begun by the command. */
class NewTest {

    private static final String REQUEST = """
            {"applicant": {"id": "91130100MA0ABCDE10", "name": "名称 \\"A\\""},
             "claims": [{"type": "AwardsProject1", "id": "c1", "recognised": true, "project": "yes-1"}]}
            """;

    @TempDir
    Path directory;

    private CommandRun rules(String... arguments) {
        return CommandRun.of(directory, arguments);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void isSoundAndWhole() {
        assertThat(rules("check").out()).isEqualTo("rules check: nothing found\n");
        assertThat(rules("test").out()).contains("all pass");
        assertThat(rules("coverage", "--min", "100").exitCode()).isZero();
        assertThat(rules("fmt", "--check").exitCode()).isZero();
        assertThat(rules("lint").exitCode()).as(rules("lint").out()).isZero();
    }

    @Test
    void aPolicyIsSoundAndTriedWhole() throws IOException {
        CommandRun run = rules("new", "policy", "awards", "--date", "2026-01-01");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).containsExactlyElementsOf(files());
        isSoundAndWhole();
    }

    @Test
    void aPolicyBesideOthersUsesTheirVocabulary() throws IOException {
        RulesRepository.in(directory);
        CommandRun run = rules("new", "policy", "awards");
        assertThat(run.out()).doesNotContain("vocabulary");
        assertThat(rules("check").out()).isEqualTo("rules check: nothing found\n");
    }

    @Test
    void aMeasureIsAddedBehindTheOthers() throws IOException {
        RulesRepository repository = RulesRepository.in(directory);
        String before = Files.readString(repository.file("hebei-quality-2022/policy.yaml"));
        CommandRun run = rules("new", "measure", "hebei-quality-2022");
        assertThat(run.out()).contains(RulesRepository.shown("hebei-quality-2022/measure-25.drl"));
        assertThat(Files.readString(repository.file("hebei-quality-2022/policy.yaml")))
                .startsWith(before.stripTrailing())
                .contains("number: 25");
        assertThat(rules("check").out()).isEqualTo("rules check: nothing found\n");
    }

    @Test
    void theSummaryOfAMeasureHasTheCurrencyOfItsPolicy() throws IOException {
        rules("new", "policy", "awards");
        Path policy = directory.resolve("rules").resolve("awards/policy.yaml");
        Path rule = directory.resolve("rules").resolve("awards/measure-01.drl");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("largestAmount:", "currency: GBP\nlargestAmount:")
                        .replace("100,000 yuan", "100,000 pounds")
                        .replace("10万元", "10万英镑"));
        Files.writeString(rule, Files.readString(rule).replace("yuan(", "gbp("));
        CommandRun run = rules("new", "measure", "awards");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(policy)).doesNotContain("yuan", "10万元");
        assertThat(rules("check").out()).isEqualTo("rules check: nothing found\n");
    }

    @Test
    void aSecondMeasureIsSoundAndTriedWhole() {
        rules("new", "policy", "awards");
        assertThat(rules("new", "measure", "awards").exitCode()).isZero();
        isSoundAndWhole();
    }

    @Test
    void aScenarioExpectsWhatTheRulesGive() throws IOException {
        rules("new", "policy", "awards", "--date", "2026-01-01");
        CommandRun run = CommandRun.withInput(
                directory, REQUEST, List.of("new", "scenario", "awards/measure-01", "“One” more: \"twice\" # no"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(RulesRepository.shown("awards/measure-01.scenarios.yaml") + "\n");
        assertThat(Files.readString(directory.resolve(RulesRepository.shown("awards/measure-01.scenarios.yaml"))))
                .contains("total: 100000.00\n", "project: \"yes-1\"", "recognised: true");
        assertThat(rules("test").out()).contains("5 scenarios, all pass");
    }

    @Test
    void aScenarioOfARequestWithFaultsIsNotWritten() throws IOException {
        rules("new", "policy", "awards");
        List<String> before = files();
        CommandRun run = CommandRun.withInput(
                directory,
                REQUEST.replace("recognised", "recognized"),
                List.of("new", "scenario", "awards/measure-01", "A case"));
        assertThat(run.err()).contains("Maybe recognised?");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(files()).isEqualTo(before);
        assertThat(rules("test").out()).contains("4 scenarios");
    }

    @Test
    void aFileThatIsThereIsNeverReplaced() throws IOException {
        rules("new", "policy", "awards");
        Path draft = directory.resolve(RulesRepository.shown("awards/measure-02.scenarios.yaml"));
        Files.writeString(draft, "# A draft.\n");
        String policy = Files.readString(directory.resolve(RulesRepository.shown("awards/policy.yaml")));
        CommandRun run = rules("new", "measure", "awards");
        assertThat(run.err()).contains("measure-02.scenarios.yaml is there already");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Files.readString(draft)).isEqualTo("# A draft.\n");
        assertThat(Files.readString(directory.resolve(RulesRepository.shown("awards/policy.yaml"))))
                .isEqualTo(policy);
    }

    @Test
    void aScenarioIsAddedHoweverTheListIsIndented() throws IOException {
        rules("new", "policy", "awards");
        Path file = directory.resolve(RulesRepository.shown("awards/measure-01.scenarios.yaml"));
        String indented = Files.readString(file);
        for (String text : List.of(indented.replaceAll("(?m)^  ", ""), "# Only this.\n", "")) {
            Files.writeString(file, text);
            CommandRun run =
                    CommandRun.withInput(directory, REQUEST, List.of("new", "scenario", "awards/measure-01", "A case"));
            assertThat(run.err()).isEmpty();
            assertThat(rules("test").out()).contains("all pass");
            assertThat(Files.readString(file)).contains("  - name: \"A case\"\n");
        }
    }

    @Test
    void nothingIsWrittenThatIsThereOrCannotBe() throws IOException {
        rules("new", "policy", "awards");
        List<String> before = files();
        assertThat(rules("new", "policy", "awards").exitCode()).isEqualTo(2);
        assertThat(rules("new", "policy", "Awards 2026").exitCode()).isEqualTo(2);
        assertThat(rules("new", "policy", "vocabulary").exitCode()).isEqualTo(2);
        assertThat(rules("new", "measure", "award").err()).contains("Maybe awards?");
        assertThat(rules("new", "measure", "awards", "--number", "1").exitCode())
                .isEqualTo(2);
        assertThat(rules("new", "scenario", "elsewhere", "A case").exitCode()).isEqualTo(2);
        assertThat(rules("new").exitCode()).isEqualTo(2);
        assertThat(files()).isEqualTo(before);
    }
}
