package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules as tables, in the formats in which they are read. */
class TableTest {

    @TempDir
    Path directory;

    private CommandRun table(String... arguments) {
        CommandRun.of(directory, "new", "policy", "awards", "--date", "2026-01-01");
        List<String> all = new ArrayList<>(List.of("table"));
        all.addAll(List.of(arguments));
        return CommandRun.of(directory, all.toArray(String[]::new));
    }

    @Test
    void everyOutcomeHasARowAndTheRowsCoverAllClasses() {
        CommandRun run = table();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("→ 1.1 Recognised project (recognised-project-1): eligible: 100,000.00 yuan")
                .contains("recognised: unknown")
                .containsPattern("These [0-9]+ rows cover all [0-9]+ classes\\.");
    }

    @Test
    void aSpreadsheetOpensTheCsvAndComputesNothing() throws IOException {
        CommandRun.of(directory, "new", "policy", "awards", "--date", "2026-01-01");
        Path policy = directory.resolve(RulesRepository.shown("awards/policy.yaml"));
        Files.writeString(
                policy, Files.readString(policy).replace("en: Recognised project\n", "en: \"=1+1, \\\"x\\\"\"\n"));
        String csv = table("--format", "csv").out();
        assertThat(csv).startsWith("\uFEFF\"project of measure 1");
        assertThat(csv.lines()).allMatch(line -> !line.matches("(.*,)?\"?[=+@-].*"));
        assertThat(csv).contains("\"1.1 =1+1, \"\"x\"\" (recognised-project-1)\"");
    }

    @Test
    void thePageLoadsAndRunsNothing() {
        String page = table("--format", "html", "--lang", "zh").out();
        assertThat(page)
                .contains("<html lang=\"zh-CN\">", "符合条件")
                .doesNotContain("<script", "http://", "https://", "src=", "@import");
    }

    @Test
    void aReaderIsToldOfRulesThatNothingSatisfies() throws IOException {
        CommandRun.of(directory, "new", "policy", "awards", "--date", "2026-01-01");
        Path rule = directory.resolve(RulesRepository.shown("awards/measure-01.drl"));
        Files.writeString(
                rule, Files.readString(rule).replace("recognised == true", "recognised == true, recognised != false"));
        CommandRun run = table();
        assertThat(run.out()).contains("measure-01.drl:").contains("recognised != false");
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
