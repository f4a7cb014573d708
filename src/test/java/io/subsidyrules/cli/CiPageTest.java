package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.LiveRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines of {@code docs/ci.md}: every command in them is run on the first policy. */
class CiPageTest {

    private static final Pattern COMMAND = Pattern.compile("java -jar rules\\.jar ([^\n`]*)");
    private static final Pattern OUTPUT = Pattern.compile("--output (\\S+)");

    @TempDir
    Path directory;

    private static List<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(Path.of("docs/ci.md")))
                .results()
                .map(found -> found.group(1).strip())
                .filter(command -> !command.equals("check`,"))
                .distinct()
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyCommandEndsWellAndWritesItsReport() throws IOException {
        RulesRepository.copied(LiveRules.FOLDER, directory);
        return commands().stream()
                .map(command -> DynamicTest.dynamicTest(command, () -> endsWell(command)))
                .toList();
    }

    private void endsWell(String command) throws IOException {
        CommandRun run = CommandRun.of(directory, command.split(" "));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        for (String report :
                OUTPUT.matcher(command).results().map(found -> found.group(1)).toList()) {
            assertThat(Files.readString(directory.resolve(report))).isNotBlank();
        }
    }

    @Test
    void thePageHasTheCommandsThatThisProjectRunsItself() throws IOException {
        String own = Files.readString(Path.of(".ci/run"));
        assertThat(List.of("check", "fmt --check", "test", "coverage --min 100", "mutate"))
                .allMatch(own::contains)
                .allSatisfy(command -> assertThat(commands()).anyMatch(one -> one.startsWith(command)));
    }
}
