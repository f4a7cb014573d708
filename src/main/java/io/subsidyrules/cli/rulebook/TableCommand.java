package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.cli.sheet.SheetFormat;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Place;
import io.subsidyrules.meaning.MeaningTable;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules table}: the rules as tables that a reader can check against the text. */
@Command(name = "table")
public final class TableCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TableCommand.class);

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private SheetFormat format = SheetFormat.TEXT;

    public TableCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        RulesFolder folder = directory.read(console);
        Optional<Ruleset> ruleset = Rulebooks.read("table", folder, console);
        if (ruleset.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        MeaningTable table = table(ruleset.get());
        MeaningSheets words = new MeaningSheets(console.language());
        List<Sheet> sheets = table.tables().stream().map(words::of).toList();
        List<String> findings = table.findings().stream()
                .map(finding -> "%s: %s"
                        .formatted(
                                shown(finding.place(), folder), finding.words().in(console.language())))
                .toList();
        output.write(
                console,
                to -> to.print(written(format, sheets, findings)),
                to -> to.print(written(SheetFormat.TEXT, sheets, findings)));
        return ExitCode.of(!findings.isEmpty());
    }

    private MeaningTable table(Ruleset ruleset) {
        try (Progress progress = Progress.of(TEXTS.text("items"), console)) {
            return MeaningTable.of(
                    ruleset,
                    Effort.USUAL.with(progress.throughNames(ruleset.items().size())));
        }
    }

    private static String shown(Place place, RulesFolder folder) {
        return "%s:%s:%s".formatted(folder.shown(place.file()), place.line(), place.column());
    }

    private String written(SheetFormat as, List<Sheet> sheets, List<String> findings) {
        return as.written(TEXTS.text("tableTitle", console.language()), sheets, findings, console.language());
    }
}
