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
    @ValueSource(strings = {"coverage", "table", "test"})
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
}
