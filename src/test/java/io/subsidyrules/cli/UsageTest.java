package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.Terminal;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The help of the commands. */
class UsageTest {

    @ParameterizedTest
    @EnumSource
    void everyArgumentAndEveryOptionIsDescribed(Language language) {
        Console console = new Console(
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                language,
                Terminal.NONE,
                true,
                Path.of("").toAbsolutePath());
        CommandLine line = new Rules(console, InputStream.nullInputStream()).commandLine();
        List<String> silent = commands(line)
                .flatMap(command -> command.getCommandSpec().args().stream()
                        .filter(UsageTest::isNotDescribed)
                        .map(argument -> command.getCommandSpec().qualifiedName() + " " + argument.paramLabel()))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(UsageTest::commands));
    }

    private static boolean isNotDescribed(ArgSpec argument) {
        return String.join("", argument.description()).isBlank();
    }
}
