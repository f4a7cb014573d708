package io.subsidyrules.cli.console;

import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.text.TextCatalogue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The file that a report is written to, beside the console that people read. */
public final class OutputFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OutputFile.class);

    private OutputFile() {}

    /**
     * Removes a file if it is there and is one; what leads elsewhere, such as a device, stays.
     *
     * @throws CommandException if it cannot be removed, or by its name is one of a policy
     */
    static void remove(String name, Console console) {
        if (SourceNames.isOfRules(name)) {
            throw new CommandException(TEXTS.text("ofRules", name));
        }
        try {
            Path file = console.directory().resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        } catch (IOException | InvalidPathException failed) {
            throw unwritten(name, failed);
        }
    }

    /** Whether two names are those of one file that is there. */
    static boolean isSame(String one, String other, Console console) {
        try {
            Path file = console.directory().resolve(one);
            return Files.exists(file)
                    && Files.isSameFile(file, console.directory().resolve(other));
        } catch (IOException | InvalidPathException absent) {
            return false;
        }
    }

    /**
     * Writes a file, which is replaced.
     *
     * @throws CommandException if it cannot be written
     */
    public static void write(String name, Console console, Consumer<Console> report) {
        try {
            Path file = console.directory().resolve(name);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                Console written = console.into(out);
                report.accept(written);
                written.flush();
            }
        } catch (IOException | InvalidPathException | OutputException failed) {
            // A part of a report would be read as one with fewer findings.
            remove(name, console);
            throw unwritten(name, failed);
        } catch (CommandException unreadable) {
            remove(name, console);
            throw unreadable;
        }
    }

    private static CommandException unwritten(String name, Exception failed) {
        return new CommandException(
                TEXTS.text("unwritten", name, failed.getClass().getSimpleName()));
    }
}
