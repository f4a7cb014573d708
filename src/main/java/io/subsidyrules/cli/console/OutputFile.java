package io.subsidyrules.cli.console;

import io.subsidyrules.text.TextCatalogue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The file that a report is written to, beside the console that people read. */
public final class OutputFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(OutputFile.class);

    private OutputFile() {}

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
            throw new CommandException(
                    TEXTS.text("unwritten", name, failed.getClass().getSimpleName()));
        }
    }
}
