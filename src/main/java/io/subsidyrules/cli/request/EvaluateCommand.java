package io.subsidyrules.cli.request;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderOption;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules evaluate}: answers requests as the service does, without it. */
@Command(name = "evaluate")
public final class EvaluateCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EvaluateCommand.class);

    /** No more requests are evaluated side by side before their answers are written. */
    private static final int AT_ONCE = 256;

    private final Console console;
    private final InputStream input;

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private String file = RequestInput.STANDARD_INPUT;

    @Mixin
    private final FolderOption directory = new FolderOption();

    @Option(names = "--explain", paramLabel = "DEPTH", defaultValue = "summary")
    private Depth depth = Depth.SUMMARY;

    /** @param input what {@code -} names as the file */
    public EvaluateCommand(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    /** How much of an evaluation its answer shows, by the names that the service has for it. */
    enum Depth {
        SUMMARY(Explain.SUMMARY),
        FULL(Explain.FULL),
        CHANGES(Explain.CHANGES);

        private final Explain explain;

        Depth(Explain explain) {
            this.explain = explain;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        RulesFolder folder = RulesFolder.read(directory.named(), console);
        try (Ruleset ruleset = Ruleset.of(folder.sources());
                InputStream opened = RequestInput.opened(file, input, console)) {
            Evaluator evaluator = new Evaluator(ruleset, depth.explain, console.language(), RequestInput.today());
            return answer(new RequestFile(opened), evaluator);
        } catch (FaultsException refused) {
            RuledFolder.tell("evaluate", folder, refused.faults(), console.ofNotes());
            return ExitCode.FINDINGS;
        } catch (IOException failed) {
            throw new CommandException(TEXTS.text("unreadable", file));
        }
    }

    private int answer(RequestFile requests, Evaluator evaluator) throws IOException {
        boolean refused = false;
        boolean any = false;
        List<RequestFile.Body> bodies = requests.next(AT_ONCE);
        while (!bodies.isEmpty()) {
            any = true;
            for (Evaluator.Answered answered :
                    bodies.parallelStream().map(evaluator::answer).toList()) {
                refused |= answered.isRefused();
                write(answered, requests.isLines());
            }
            bodies = requests.next(AT_ONCE);
        }
        if (!any) {
            throw new CommandException(TEXTS.text("noRequest", file));
        }
        return ExitCode.of(refused);
    }

    /** Each of several requests has a line of its own, be it a problem; that of a single one is told to people. */
    private void write(Evaluator.Answered answered, boolean lines) {
        if (answered.isRefused() && !lines) {
            answered.told().forEach(console::note);
        } else {
            console.line(answered.json());
        }
    }
}
