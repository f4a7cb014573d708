package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.cli.sheet.SheetFormat;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
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

    @Mixin
    private final ReportFile output = new ReportFile();

    @Parameters(index = "0", paramLabel = "OLD")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW")
    private String after = "";

    @Option(names = "--rules", paramLabel = "DIR")
    private @Nullable String rules;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private DiffFormat format = DiffFormat.TEXT;

    public DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        Revision revisions = new Revision(Optional.ofNullable(rules), console);
        Optional<Ruleset> old = Rulebooks.read("diff", revisions.read(before), console);
        Optional<Ruleset> changed = Rulebooks.read("diff", revisions.read(after), console);
        if (old.isEmpty() || changed.isEmpty()) {
            return ExitCode.USAGE;
        }
        MeaningDiff diff = diff(old.get(), changed.get());
        output.write(console, to -> to.print(written(diff, format)), to -> to.print(written(diff, DiffFormat.TEXT)));
        return ExitCode.of(!diff.isNoChange());
    }

    private MeaningDiff diff(Ruleset old, Ruleset changed) {
        try (Progress progress = Progress.of(TEXTS.text("items"), console)) {
            return MeaningDiff.of(
                    old,
                    changed,
                    Effort.USUAL.with(progress.throughNames(changed.items().size())));
        }
    }

    private String written(MeaningDiff diff, DiffFormat as) {
        return switch (as) {
            case TEXT -> sheets(diff, SheetFormat.TEXT);
            case MARKDOWN -> sheets(diff, SheetFormat.MARKDOWN);
            case HTML -> sheets(diff, SheetFormat.HTML);
            case JSON -> DiffJson.of(diff) + "\n";
        };
    }

    private String sheets(MeaningDiff diff, SheetFormat as) {
        List<Sheet> sheets = new MeaningSheets(console.language()).of(diff.rows());
        List<String> notes = new ArrayList<>();
        diff.named().forEach(change -> notes.add(change.words().in(console.language())));
        diff.unproved()
                .forEach(item -> notes.add(
                        TEXTS.text("unproved", console.language(), item.item().title(), item.reason())));
        notes.add(
                diff.isNoChange()
                        ? TEXTS.text("noChange", console.language())
                        : TEXTS.text(
                                "rowsChange", console.language(), diff.rows().size()));
        return as.written(TEXTS.text("diffTitle", console.language()), sheets, notes, console.language());
    }
}
