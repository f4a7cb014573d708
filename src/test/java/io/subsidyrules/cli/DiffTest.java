package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes for whom, from one revision or folder to another. */
class DiffTest {

    private static final String RULE = "hebei-quality-2022/measure-09.drl";
    private static final String CEILING = "atMost( yuan( 1_000_000 ) )";
    private static final String RAISED = "atMost( yuan( 1_200_000 ) )";

    @TempDir
    Path directory;

    private RulesRepository repository = new RulesRepository(Path.of(""));

    @BeforeEach
    void commitRules() throws IOException, GitAPIException {
        repository = RulesRepository.in(directory);
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

    private CommandRun rules(String... arguments) {
        return CommandRun.of(directory, arguments);
    }

    @Test
    void aRaisedCeilingChangesTheRowsAboveTheOldOne() throws IOException {
        repository.change(RULE, CEILING, RAISED);
        CommandRun run = rules("diff", "HEAD", "rules", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonPath json = JsonPath.from(run.out());
        assertThat(json.getBoolean("noChange")).isFalse();
        assertThat(json.getList("rows.item")).isNotEmpty().containsOnly("design-purchase");
        List<String> values = json.getList("rows.where.values.en.flatten()", String.class);
        assertThat(values).contains("from 2,000,000 to 2,399,999.99", "from 2,400,000");
        assertThat(json.getString("rows[0].before.en")).isEqualTo("eligible: 1,000,000.00 yuan");
        assertThat(json.getList("unproved")).isEmpty();
    }

    @Test
    void anotherLayoutAndAnotherScenarioChangeNothing() throws IOException {
        repository.change(RULE, "yuan( 1_000_000 )", "yuan(1000000)");
        repository.change("hebei-quality-2022/measure-09.scenarios.yaml", "total: 1000000.00", "total: 1000001.00");
        CommandRun run = rules("diff", "HEAD", "rules");
        assertThat(run.out()).isEqualTo("No change in meaning.\n");
        assertThat(run.exitCode()).isZero();
        assertThat(rules("diff", "HEAD", "rules", "--lang", "zh").out()).isEqualTo("含义没有变化。\n");
    }

    @Test
    void aMergeRequestGetsATableInMarkdown() throws IOException {
        repository.change(RULE, CEILING, RAISED);
        assertThat(rules("diff", "HEAD", "rules", "--format", "markdown").out())
                .startsWith("## What changes for whom\n")
                .contains("| before | after |")
                .containsPattern(
                        "\\| [0-9a-f]{8} \\|.*\\| eligible: 1,000,000.00 yuan \\| eligible: 1,200,000.00 yuan \\|\n")
                .contains("Rows that change: ");
    }

    @Test
    void rulesWithFaultsAreTold() throws IOException {
        repository.change(RULE, CEILING, "atMost( yuan( 1_000_000 )");
        CommandRun run = rules("diff", "HEAD", "rules");
        assertThat(run.err()).contains("BRACKET_NOT_CLOSED").contains("The rules of rules have faults");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderOfRulesIsFoundInARevisionByItsPath() {
        assertThat(rules("diff", "HEAD", "HEAD").exitCode()).isZero();
        assertThat(rules("diff", "HEAD", "HEAD", "--rules", "rules").exitCode()).isZero();
        CommandRun elsewhere = rules("diff", "HEAD", "HEAD", "--rules", "policies");
        assertThat(elsewhere.err()).isEqualTo("""
                rules: The revision HEAD has no policy in policies. Name the folder of the rules in it: --rules DIR
                """);
        assertThat(elsewhere.exitCode()).isEqualTo(2);
    }

    @Test
    void aRevisionThatIsNotThereIsToldInASentence() {
        for (String name : List.of("HEAD~7", "v1.0", "^{", "0123abc")) {
            CommandRun run = rules("diff", name, "rules");
            assertThat(run.err()).startsWith("rules: " + name + " is neither a folder nor a revision");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }
}
