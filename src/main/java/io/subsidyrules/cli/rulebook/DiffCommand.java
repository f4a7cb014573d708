package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.effect.AgainstFile;
import io.subsidyrules.cli.effect.EffectReport;
import io.subsidyrules.cli.request.RequestInput;
import io.subsidyrules.effect.Effect;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules diff}: what changes for whom from one version of the rules to another. */
@Command(name = "diff")
public final class DiffCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(DiffCommand.class);

    private final Console console;
    private final InputStream input;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "OLD")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "NEW")
    private String after = "";

    @Option(names = "--rules", paramLabel = "DIR")
    private @Nullable String rules;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(names = "--against", paramLabel = "FILE")
    private @Nullable String against;

    /** @param input what {@code -} names as the file of requests */
    public DiffCommand(Console console, InputStream input) {
        this.console = console;
        this.input = input;
    }

    @Override
    public Integer call() {
        if (against == null) {
            output.removeEarlier(console);
        } else {
            output.removeEarlier(console, against);
        }
        Optional<Ruleset> old = read(before);
        Optional<Ruleset> changed = read(after);
        if (old.isEmpty() || changed.isEmpty()) {
            return ExitCode.USAGE;
        }
        MeaningDiff diff = diff(old.get(), changed.get());
        String file = against;
        if (file == null) {
            return written(new DiffReport(diff, Optional.empty()));
        }
        try (InputStream opened = RequestInput.opened(file, input, console)) {
            Effect effect = new Effect(old.get(), changed.get(), RequestInput.today());
            return written(new DiffReport(diff, Optional.of(new EffectReport(new AgainstFile(file, opened, effect)))));
        } catch (IOException failed) {
            throw new CommandException(TEXTS.text("unreadableFile", file));
        }
    }

    private Optional<Ruleset> read(String name) {
        return Rulebooks.read("diff", Revision.orFolder(name, Optional.ofNullable(rules), console), console);
    }

    private MeaningDiff diff(Ruleset old, Ruleset changed) {
        try (Progress progress = Progress.of(TEXTS.text("items"), console)) {
            return MeaningDiff.of(
                    old,
                    changed,
                    Effort.USUAL.with(progress.throughNames(changed.items().size())));
        }
    }

    private int written(DiffReport report) {
        output.write(console, to -> report.write(format, to), to -> report.write(DiffFormat.TEXT, to));
        return ExitCode.of(report.isFound());
    }
}
