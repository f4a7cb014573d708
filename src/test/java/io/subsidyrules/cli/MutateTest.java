package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.subsidyrules.FirstPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong changes of rules, of which the scenarios notice all, or not all. */
class MutateTest {

    private static final String RULE = "design-awards/measure-01.drl";
    private static final String SCENARIOS = "design-awards/measure-01.scenarios.yaml";
    private static final String DAY_BEFORE = "  - name: On the day before the first";
    private static final String UNKNOWN = "  - name: Where it is not known";

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void beginPolicy() {
        repository = new RulesRepository(directory);
        assertThat(rules("new", "policy", "design-awards", "--date", "2026-01-01")
                        .exitCode())
                .isZero();
    }

    private CommandRun rules(String... arguments) {
        return CommandRun.of(directory, arguments);
    }

    private String scenarios() throws IOException {
        return Files.readString(repository.file(SCENARIOS));
    }

    private void leaveOutTheDayBefore() throws IOException {
        String text = scenarios();
        String without = text.substring(0, text.indexOf(DAY_BEFORE)) + text.substring(text.indexOf(UNKNOWN));
        Files.writeString(repository.file(SCENARIOS), without);
    }

    @Test
    void scenariosOfANewPolicyNoticeEveryChange() {
        CommandRun run = rules("mutate");
        assertThat(run.out()).matches("""
                rules mutate: (\\d+) mutants, \\1 killed, 0 survived, 0 equivalent
                mutation score: 100\\.0%
                """);
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theProposedScenarioIsSoundAndLaidOutAndNoticesTheChange(String language) throws IOException {
        leaveOutTheDayBefore();
        CommandRun survived = rules("mutate", "--format", "json");
        assertThat(survived.exitCode()).isEqualTo(1);
        JsonPath json = JsonPath.from(survived.out());
        assertThat(json.getInt("survived")).isPositive();
        assertThat(json.getInt("killed")).isPositive();
        String scenario = "results.find { it.fate == 'survived' }.scenario.";
        assertThat(json.getString(scenario + "file")).isEqualTo(RulesRepository.shown(SCENARIOS));
        String entry = json.getString(scenario + "entry." + (language.equals("zh") ? "'zh-CN'" : language));
        assertThat(rules("mutate", "--lang", language).out()).contains(entry);
        Files.writeString(repository.file(SCENARIOS), scenarios() + entry);
        assertThat(rules("mutate").exitCode()).isZero();
        for (String command : new String[] {"check", "test", "fmt --check", "lint"}) {
            CommandRun run = rules(command.split(" ", -1));
            assertThat(run.exitCode()).as(command + run).isZero();
        }
    }

    @Test
    void aChangeWithoutEffectIsProvedEquivalent() throws IOException {
        repository.change(RULE, "recognised == true", "recognised == true, recognised != false");
        repository.change(SCENARIOS, ", failed: [ /claims/0/recognised ]", "");
        CommandRun run = rules("mutate");
        assertThat(run.out()).doesNotContain(" 0 equivalent").contains(" 0 survived", "mutation score: 100.0%");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aRuleThatNoScenarioClaimsGetsScenariosThatAreMadeUp() throws IOException {
        Files.writeString(repository.file(SCENARIOS), """
                asOf: 2026-01-01
                scenarios:
                  - name: Nothing is claimed
                    applicant: {}
                    claims: []
                    expect: { total: 0.00 }
                """);
        CommandRun run = rules("mutate", "--format", "json");
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        JsonPath json = JsonPath.from(run.out());
        assertThat(json.getInt("killed")).isZero();
        assertThat(json.getList("results.findAll { it.fate == 'survived' }.scenario.entry.en"))
                .isNotEmpty()
                .doesNotContainNull();
    }

    @Test
    void aLimitThatNothingTriesGetsScenariosWithEarlierAwards() throws IOException {
        copy(Path.of("examples/standards-award"), repository.file("standards-award"));
        copy(FirstPolicy.FOLDER.resolve("vocabulary"), repository.file("vocabulary"));
        Files.delete(repository.file("standards-award/limits.scenarios.yaml"));
        CommandRun run = rules("mutate", "--format", "json");
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        JsonPath json = JsonPath.from(run.out());
        assertThat(json.getList("results.findAll { it.fate == 'survived' }.file.unique()"))
                .containsExactly(RulesRepository.shown("standards-award/limits.drl"));
        List<String> entries =
                json.getList("results.findAll { it.fate == 'survived' }.scenario.entry.en.unique()", String.class);
        assertThat(entries).isNotEmpty().allSatisfy(entry -> assertThat(entry).contains("earlier: [ {"));
        Path scenarios = repository.file("standards-award/awards.scenarios.yaml");
        Files.writeString(scenarios, Files.readString(scenarios) + String.join("", entries));
        assertThat(rules("check").exitCode()).isZero();
        assertThat(rules("mutate").exitCode()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void commit() throws IOException, GitAPIException {
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            PersonIdent nobody = new PersonIdent("nobody", "nobody@example.org");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("The rules")
                    .setAuthor(nobody)
                    .setCommitter(nobody)
                    .setSign(false)
                    .call();
        }
    }

    @Test
    void onlyFilesThatARevisionHasOtherwiseAreChanged() throws IOException, GitAPIException {
        commit();
        assertThat(rules("new", "measure", "design-awards").exitCode()).isZero();
        CommandRun run = rules("mutate", "--changed-since", "HEAD", "--format", "json");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(JsonPath.from(run.out()).getList("results.file.unique()"))
                .containsExactly(RulesRepository.shown("design-awards/measure-02.drl"));
        CommandRun unknown = rules("mutate", "--changed-since", "v9");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("v9").doesNotContain("folder").hasLineCount(1);
    }

    @Test
    void allRulesAreChangedSinceARevisionWithoutAny() throws IOException, GitAPIException {
        Files.move(directory.resolve("rules"), directory.resolve("elsewhere"));
        commit();
        Files.move(directory.resolve("elsewhere"), directory.resolve("rules"));
        CommandRun run = rules("mutate", "--changed-since", "HEAD");
        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out()).isEqualTo(rules("mutate").out()).doesNotContain(" 0 mutants");
    }

    @Test
    void aFolderIsNoRevision() throws IOException, GitAPIException {
        commit();
        CommandRun folder = rules("mutate", "--changed-since", "rules");
        assertThat(folder.exitCode()).isEqualTo(2);
        assertThat(folder.err()).contains("rules is a folder", "such as main").hasLineCount(1);
        try (Git git = Git.open(directory.toFile())) {
            git.branchCreate().setName("rules").call();
        }
        CommandRun branch = rules("mutate", "--changed-since", "rules");
        assertThat(branch.exitCode()).as(branch.toString()).isZero();
        assertThat(branch.out()).contains(" 0 mutants");
    }

    @Test
    void aRuleThatIsDeletedIsNotNoticedByANameAlone() throws IOException {
        Files.writeString(repository.file(SCENARIOS), """
                asOf: 2026-01-01
                scenarios:
                  - name: A project that is not recognised is not given anything
                    applicant: {}
                    claims: [ { type: DesignAwardsProject1, project: A, recognised: false } ]
                    expect:
                      total: 0.00
                      items: { recognised-project-1: NOT_ELIGIBLE }
                """);
        CommandRun run = rules("mutate", "--format", "json");
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        JsonPath deleted = JsonPath.from(run.out()).setRootPath("results.find { it.kind == 'rule' }");
        assertThat(deleted.getString("fate")).isEqualTo("survived");
        assertThat(deleted.getString("scenario.entry.en")).contains("status: ELIGIBLE");
    }

    @Test
    void scenariosThatFailAreToldFirst() throws IOException {
        repository.change(SCENARIOS, "total: 100000.00", "total: 100001.00");
        CommandRun run = rules("mutate");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("100000.00", "Mend these first");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void itEndsWithASentenceWhereTheTimeIsOver(@TempDir Path other) throws IOException {
        RulesRepository.in(other);
        CommandRun run = CommandRun.of(other, "mutate", "--time", "1");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("were not all tried in 1 seconds").hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(CommandRun.of(other, "mutate", "--time", "0").err()).contains("--time");
        assertThat(CommandRun.of(other, "mutate", "--time", "0", "--lang", "zh").err())
                .contains("--time");
    }
}
