package io.subsidyrules.cli.console;

import io.subsidyrules.text.TextCatalogue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --output}: a report goes into a file, and the console still shows the text. */
public final class ReportFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ReportFile.class);

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "output")
    private @Nullable String file;

    /**
     * Removes the report of an earlier run, so that nobody takes it for that of this one where this one has none.
     *
     * @throws CommandException if it is there and cannot be removed
     */
    public void removeEarlier(Console console) {
        String name = file;
        if (name != null) {
            OutputFile.remove(name, console);
        }
    }

    /**
     * Removes the report of an earlier run of a command that reads another file.
     *
     * @throws CommandException if it is the file that is read, or cannot be removed
     */
    public void removeEarlier(Console console, String read) {
        String name = file;
        if (name != null && OutputFile.isSame(name, read, console)) {
            throw new CommandException(TEXTS.text("isInput", name));
        }
        removeEarlier(console);
    }

    /**
     * Writes a report in its format to the file and as text to the console; without a file, in its format to the
     * console.
     */
    public void write(Console console, Consumer<Console> report, Consumer<Console> text) {
        String name = file;
        if (name == null) {
            report.accept(console);
        } else {
            OutputFile.write(name, console, report);
            text.accept(console);
        }
    }
}
