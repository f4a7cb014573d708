package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules give now, written into the scenarios that expect something else. */
class AcceptTest {

    private static final String SCENARIOS = "hebei-quality-2022/measure-02.scenarios.yaml";

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void writeRules() throws IOException {
        repository = RulesRepository.in(directory);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(repository.file(SCENARIOS));
    }

    @Test
    void theAmountsOfAllScenariosThatFailAreWrittenAndNothingElse() throws IOException {
        List<String> before = lines();
        repository.change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan( 350_000 )");
        CommandRun run = CommandRun.of(directory, "test", "--accept");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("300000.00  350000.00");
        assertThat(run.err()).contains("scenarios written: 17, in files: 2");
        List<String> after = lines();
        assertThat(after).hasSameSizeAs(before);
        assertThat(IntStream.range(0, after.size()).filter(i -> !after.get(i).equals(before.get(i))))
                .isNotEmpty()
                .allMatch(i -> after.get(i).replace("350000.00", "300000.00").equals(before.get(i))
                        || after.get(i).replace("650000.00", "600000.00").equals(before.get(i)));
        assertThat(CommandRun.of(directory, "test").exitCode()).isZero();
    }

    @Test
    void statusesAndListsAreWrittenInTheirForm() throws IOException {
        repository.change(SCENARIOS, "total: 300000.00", "total: 0.00");
        repository.change(
                SCENARIOS,
                "host-international-standard: { status: ELIGIBLE, amount: 300000.00 }",
                "host-international-standard: NOT_ELIGIBLE");
        repository.change(SCENARIOS, "failed: [ /claims/0/level ]", "failed: [ /claims/0/role, /asOf ]");
        CommandRun run = CommandRun.of(directory, "test", "--accept");
        assertThat(run.exitCode()).isZero();
        assertThat(lines().subList(8, 14))
                .contains("      total: 300000.00", "        host-international-standard: ELIGIBLE")
                .anyMatch(line -> line.contains("failed: [ /claims/0/level ]"))
                .noneMatch(line -> line.contains("/asOf"));
        assertThat(CommandRun.of(directory, "test").exitCode()).isZero();
    }

    @Test
    void nothingIsAcceptedUnseen() {
        CommandRun run = CommandRun.of(directory, "test", "--accept", "--watch");
        assertThat(run.err()).startsWith("rules: --watch and --accept cannot go together");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void onlyTheChosenScenariosAreWritten() throws IOException {
        repository.change("hebei-quality-2022/measure-02.drl", "yuan( 300_000 )", "yuan( 350_000 )");
        CommandRun run = CommandRun.of(directory, "test", "--accept", "--only", "earns*300,000");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("scenarios written: 1, in files: 1");
        assertThat(CommandRun.of(directory, "test").exitCode()).isEqualTo(1);
    }

    @Test
    void aScenarioThatExpectsWhatIsNotInTheAnswerStaysAsItIs() throws IOException {
        repository.change(SCENARIOS, "host-international-standard: {", "host-international-stndard: {");
        List<String> before = lines();
        CommandRun run = CommandRun.of(directory, "test", "--accept");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(SCENARIOS + ":5 stays as it is");
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void wideCharactersBeforeAValueDoNotMoveIt() throws IOException {
        repository.change(SCENARIOS, "scenarios:", "# 𠀀𠀁 汉字\nscenarios:");
        repository.change(SCENARIOS, "total: 300000.00", "total: 300000.01");
        CommandRun run = CommandRun.of(directory, "test", "--accept");
        assertThat(run.exitCode()).isZero();
        assertThat(lines()).contains("# 𠀀𠀁 汉字", "      total: 300000.00");
    }

    @Test
    void aListWithACommentInsideStaysAsItIs() throws IOException {
        repository.change(
                SCENARIOS,
                "failed: [ /claims/0/level ]",
                "failed: [ /claims/0/role, # who takes part\n                    /asOf ]");
        List<String> before = lines();
        CommandRun run = CommandRun.of(directory, "test", "--accept");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("stays as it is, since not all of it can be written, or a comment would be lost");
        assertThat(lines()).isEqualTo(before);
    }
}
