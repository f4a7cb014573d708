package io.subsidyrules.cli.scenario;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.text.TextCatalogue;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Runs a command, and again whenever a file of the rules folder has another content, until the process is ended. */
final class Watch {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Watch.class);

    /** Between two looks at the folder: short for a person, and little work. */
    private static final long PAUSE_MILLIS = 300;

    private final Optional<String> directory;
    private final Console console;

    Watch(Optional<String> directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    /** Goes on until the thread is interrupted, and returns the exit code of the last run. */
    int run(IntSupplier command) {
        while (true) {
            String before = content();
            int code = runOnce(command);
            console.note(TEXTS.text("watching"));
            console.flush();
            try {
                waitForOther(before);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return code;
            }
        }
    }

    private int runOnce(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (CommandException refused) {
            console.note(refused.told());
            return ExitCode.USAGE;
        }
    }

    private void waitForOther(String before) throws InterruptedException {
        do {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } while (content().equals(before));
    }

    /** The hash of the files; nothing while there are none. */
    private String content() {
        try {
            return RulesFolder.read(directory, console).sources().content();
        } catch (CommandException none) {
            return "";
        }
    }
}
