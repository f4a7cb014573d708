package io.subsidyrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.Terminal;
import io.subsidyrules.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** The help of the commands. */
class UsageTest {

    @ParameterizedTest
    @EnumSource
    void everyArgumentAndEveryOptionIsDescribed(Language language) {
        CommandLine line = rules(language).commandLine();
        List<String> silent = commands(line)
                .flatMap(command -> command.getCommandSpec().args().stream()
                        .filter(UsageTest::isNotDescribed)
                        .map(argument -> command.getCommandSpec().qualifiedName() + " " + argument.paramLabel()))
                .toList();
        assertThat(silent).isEmpty();
    }

    private static Rules rules(Language language) {
        Console console = new Console(
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                language,
                Terminal.NONE,
                true,
                Path.of("").toAbsolutePath());
        return new Rules(console, InputStream.nullInputStream());
    }

    @Test
    void onlyTheSubcommandThatIsNamedIsSetUp() {
        Rules rules = rules(Language.EN);
        Set<String> all = rules.commandLine().getSubcommands().keySet();
        assertThat(all).hasSizeGreaterThan(10);
        for (String name : all) {
            Set<String> expected = name.equals("completion") ? all : Set.of(name);
            for (List<String> arguments : List.of(
                    List.of(name, "--help"), List.of("--lang", "zh", name), List.of("--lang=en", name, "rules"))) {
                CommandLine line = rules.commandLine(arguments);
                assertThat(line.getSubcommands().keySet())
                        .as(arguments.toString())
                        .isEqualTo(expected);
                assertThat(line.getSubcommands().values())
                        .extracting(one -> one.getCommandSpec().qualifiedName())
                        .contains("rules " + name);
            }
        }
    }

    @Test
    void whereNoneIsNamedAllSubcommandsAreKnown() {
        Rules rules = rules(Language.EN);
        Set<String> all = rules.commandLine().getSubcommands().keySet();
        assertThat(Stream.of(
                        List.<String>of(),
                        List.of("--help"),
                        List.of("--help", "check"),
                        List.of("chekc"),
                        List.of("--lang"),
                        List.of("--language", "zh", "check")))
                .allSatisfy(arguments -> assertThat(
                                rules.commandLine(arguments).getSubcommands().keySet())
                        .isEqualTo(all));
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(UsageTest::commands));
    }

    private static boolean isNotDescribed(ArgSpec argument) {
        return String.join("", argument.description()).isBlank();
    }
}
