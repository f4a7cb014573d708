package io.subsidyrules.cli.request;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.ZoneId;

/** The file or the input that requests are read from, and the day of those that name none. */
public final class RequestInput {

    /** The name of the standard input in the place of a file. */
    public static final String STANDARD_INPUT = "-";

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RequestInput.class);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RequestInput() {}

    /** Today, as the service has it. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /**
     * A file that is read; the input where it is named {@code -}.
     *
     * @throws CommandException if there is no such file
     * @throws IOException if it cannot be read
     */
    public static InputStream opened(String file, InputStream input, Console console) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return input;
        }
        try {
            return Files.newInputStream(console.directory().resolve(file));
        } catch (NoSuchFileException | InvalidPathException none) {
            throw new CommandException(TEXTS.text("noFile", file));
        }
    }
}
