package io.subsidyrules.cli.check;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.finding.CodePages;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.TextCatalogue;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rules explain}: the page of the code of a finding. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ExplainCommand.class);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "CODE", descriptionKey = "CODE")
    private @Nullable String code;

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String asked = code;
        if (asked == null) {
            CodePages.all()
                    .forEach(page -> console.line(
                            "%s  %s".formatted(page.code(), page.meaning().in(console.language()))));
            return ExitCode.OK;
        }
        String name = asked.toUpperCase(Locale.ROOT);
        CodePages.Page page = CodePages.of(name).orElseThrow(() -> unknown(asked, name));
        console.line(console.strong(page.code()));
        console.line("");
        console.line(page.meaning());
        page.remedy().ifPresent(console::line);
        console.line("");
        console.line(TEXTS.text("example"));
        console.line("");
        console.line(page.example().indent(2).stripTrailing());
        return ExitCode.OK;
    }

    private static CommandException unknown(String asked, String name) {
        return new CommandException(Spelling.nearest(name, CodePages.codes())
                .map(nearest -> TEXTS.text("noCodeMaybe", asked, nearest))
                .orElseGet(() -> TEXTS.text("noCode", asked)));
    }
}
