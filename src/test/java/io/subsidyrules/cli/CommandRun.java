package io.subsidyrules.cli;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command that was run in this process, with all that it left. */
record CommandRun(int exitCode, String out, String err) {

    /** Runs a command in a directory, without a terminal and in English unless it says otherwise. */
    static CommandRun of(Path directory, String... arguments) {
        return withInput(directory, "", List.of(arguments));
    }

    /** The same, with a standard input. */
    static CommandRun withInput(Path directory, String input, List<String> arguments) {
        return on(Terminal.NONE, directory, input, arguments);
    }

    /** The same on a terminal. */
    static CommandRun on(Terminal terminal, Path directory, String input, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                out,
                err,
                SpokenLanguage.of(arguments, Map.of()),
                terminal,
                true,
                directory.toAbsolutePath().normalize());
        int code = new Rules(console, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))).run(arguments);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
