package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.Terminal;
import io.subsidyrules.text.Columns;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bar that shows how far a command is. */
class ProgressTest {

    private static final String EMPTY_LINE = "\r\u001B[K";
    private static final Text SCENARIOS = new Text("Scenarios", "场景");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(int columnsOfNotes, Language language) {
        Terminal terminal = new Terminal(false, 80, columnsOfNotes);
        return new Console(out, err, language, terminal, true, Path.of("").toAbsolutePath());
    }

    @Test
    void aBarIsOnOneLineOfTheTerminalAndGoneAtTheEnd() {
        try (Progress progress = Progress.of(SCENARIOS, console(40, Language.EN))) {
            progress.at(30, 60);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(EMPTY_LINE + "Scenarios  50% [###########...........]" + EMPTY_LINE);
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void aBarFitsOnTheLineInBothLanguages(int columns) {
        for (Language language : Language.values()) {
            err.reset();
            Progress.of(SCENARIOS, console(columns, language)).at(7, 7);
            String line = err.toString(StandardCharsets.UTF_8).replace(EMPTY_LINE, "");
            assertThat(line).contains("100%");
            assertThat(line.codePoints().map(Columns::of).sum()).isLessThan(columns);
        }
    }

    @Test
    void nothingIsShownWhereNotesDoNotPass() {
        try (Progress progress = Progress.of(SCENARIOS, console(0, Language.EN))) {
            progress.at(1, 2);
        }
        assertThat(err.size()).isZero();
    }

    @Test
    void eachCommandThatTakesItsTimeShowsOneAndThenTheSameAsElsewhere(@TempDir Path directory) throws IOException {
        RulesRepository.in(directory);
        for (String command : List.of("check", "test", "coverage", "table")) {
            CommandRun followed = CommandRun.on(new Terminal(false, 80, 40), directory, "", List.of(command));
            assertThat(followed.err())
                    .startsWith(EMPTY_LINE)
                    .endsWith(EMPTY_LINE)
                    .contains("% [");
            CommandRun other = CommandRun.on(new Terminal(false, 80), directory, "", List.of(command));
            assertThat(followed.out().replaceAll("\\([0-9.]+ s\\)", ""))
                    .isEqualTo(other.out().replaceAll("\\([0-9.]+ s\\)", ""));
            assertThat(other.err()).isEmpty();
        }
    }
}
