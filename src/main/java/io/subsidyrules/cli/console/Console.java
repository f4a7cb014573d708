package io.subsidyrules.cli.console;

import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams that a command writes to, and what is known of who reads them. Texts are written in UTF-8 with line
 * feeds, whatever the locale is. A stream that takes no more is an {@link OutputException}. Not thread-safe.
 */
public final class Console {

    private static final int FAULT = 31;
    private static final int WARNING = 33;
    private static final int STRONG = 1;

    private final OutputStream out;
    private final OutputStream err;
    private final Language language;
    private final Terminal terminal;
    private final boolean traced;
    private final Path directory;

    /**
     * A console.
     *
     * @param traced whether errors of the program are shown with where they are
     * @param directory the working directory, absolute; paths that are given and shown are relative to it
     */
    public Console(
            OutputStream out, OutputStream err, Language language, Terminal terminal, boolean traced, Path directory) {
        this.out = out;
        this.err = err;
        this.language = language;
        this.terminal = terminal;
        this.traced = traced;
        this.directory = directory;
    }

    /** The console of this process, with what its environment says of the terminal. */
    public static Console ofProcess(
            OutputStream out, OutputStream err, Language language, Map<String, String> environment, Path directory) {
        return new Console(
                out, err, language, Terminal.of(environment), environment.containsKey("RULES_TRACE"), directory);
    }

    /** The same console, where what would be the result is not part of it. */
    public Console ofNotes() {
        return new Console(err, err, language, terminal, traced, directory);
    }

    /** A console for a file, with the language and the directory of this one. */
    Console into(OutputStream file) {
        return new Console(file, err, language, Terminal.NONE, traced, directory);
    }

    /** Whether errors of the program are shown with where they are. */
    public boolean isTraced() {
        return traced;
    }

    /** The language that the command speaks. */
    public Language language() {
        return language;
    }

    /** The terminal, if one shows what is written. */
    public Terminal terminal() {
        return terminal;
    }

    /** The working directory. */
    public Path directory() {
        return directory;
    }

    /** Writes a line of the result. */
    public void line(String line) {
        print(line + "\n");
    }

    /** Writes a line of the result in the language of the console. */
    public void line(Text line) {
        line(line.in(language));
    }

    /** Writes a part of the result. */
    public void print(String text) {
        write(out, text);
    }

    /** Writes a part of the result that is text in UTF-8 already; it may end within a character. */
    public void print(byte[] text, int from, int count) {
        try {
            out.write(text, from, count);
        } catch (IOException failed) {
            throw new OutputException(failed);
        }
    }

    /** Writes a line that is not part of the result. */
    public void note(Text line) {
        note(line.in(language));
    }

    /** Writes a line that is not part of the result. */
    public void note(String line) {
        write(err, line + "\n");
        flush(err);
    }

    /** Writes what is gone from a terminal before anything else is written. */
    void passing(String text) {
        write(err, text);
        flush(err);
    }

    /** Passes on all that was written. */
    public void flush() {
        flush(out);
        flush(err);
    }

    /** The text as a terminal shows a fault. */
    public String fault(String text) {
        return coloured(text, FAULT);
    }

    /** The text as a terminal shows a warning. */
    public String warning(String text) {
        return coloured(text, WARNING);
    }

    /** The text as a terminal shows what matters most. */
    public String strong(String text) {
        return coloured(text, STRONG);
    }

    private String coloured(String text, int code) {
        return terminal.colours() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new OutputException(failed);
        }
    }

    private static void flush(OutputStream stream) {
        try {
            stream.flush();
        } catch (IOException failed) {
            throw new OutputException(failed);
        }
    }
}
