package io.subsidyrules.cli;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The entry of {@code rules.jar}. */
public final class Main {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // What is wrong is told by the commands; Drools' logging would report only that there is no logger.
        ROOT.setLevel(Level.OFF);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        List<String> given = List.of(arguments);
        Console console = Console.ofProcess(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
                SpokenLanguage.of(given, System.getenv()),
                System.getenv(),
                Path.of("").toAbsolutePath());
        System.exit(run(console, given));
    }

    private static int run(Console console, List<String> arguments) {
        try {
            return new Rules(console, System.in).run(arguments);
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            console.note(Rules.tooLarge(tooLarge));
            return ExitCode.USAGE;
        }
    }
}
