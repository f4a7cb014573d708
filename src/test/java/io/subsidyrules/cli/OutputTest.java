package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that a report is written to. */
class OutputTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"coverage", "mutate", "table", "test"})
    void whereThereIsNoReportThatOfTheRunBeforeIsGone(String command) throws IOException {
        RulesRepository repository = RulesRepository.in(directory);
        repository.change("hebei-quality-2022/measure-09.drl", "CentreLevel.PROVINCIAL", "CentreLevel.PROVINCAL");
        Path report = Files.writeString(directory.resolve("report.txt"), "rules coverage: 100.0%\n");
        CommandRun run = CommandRun.of(directory, command, "--output", "report.txt");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report).doesNotExist();
    }

    @Test
    void thatOfADifferenceIsGoneWhereARevisionIsNotThere() throws IOException {
        RulesRepository.in(directory);
        Path report = Files.writeString(directory.resolve("report.txt"), "No change in meaning.\n");
        CommandRun run = CommandRun.of(directory, "diff", "main", "rules", "--output", "report.txt");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(report).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "mutate", "table"})
    void aFileOfTheRulesIsNoPlaceForAReport(String command) throws IOException {
        RulesRepository.in(directory);
        Path measure = directory.resolve("rules").resolve("hebei-quality-2022/measure-09.drl");
        String before = Files.readString(measure);
        CommandRun run = CommandRun.of(
                directory, command, "--output", directory.relativize(measure).toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a file of the rules, and no place for a report. Name another one.");
        assertThat(measure).hasContent(before);
    }

    @Test
    void theFileThatIsReadIsNoPlaceForTheReport() throws IOException {
        RulesRepository.in(directory);
        Path requests = Files.writeString(directory.resolve("requests.ndjson"), "{}\n");
        CommandRun run = CommandRun.of(
                directory, "diff", "rules", "rules", "--against", "requests.ndjson", "--output", "./requests.ndjson");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("./requests.ndjson is read by the command, and no place for its report.");
        assertThat(requests).hasContent("{}");
    }
}
