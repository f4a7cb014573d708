package io.subsidyrules.cli.check;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.finding.Finding;
import io.subsidyrules.cli.finding.FindingFormat;
import io.subsidyrules.cli.finding.FindingReport;
import io.subsidyrules.cli.finding.Severity;
import io.subsidyrules.cli.folder.Suites;
import io.subsidyrules.lint.Linter;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules lint}: what is lawful in a rules folder and yet suspicious; its faults alone where it has any. */
@Command(name = "lint")
public final class LintCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LintCommand.class);

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private FindingFormat format = FindingFormat.TEXT;

    public LintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        RulesFolder folder = directory.read(console);
        Judgement judgement = Suites.run(folder, scenario -> true, console).judgement();
        FindingReport report = judgement.faults().isEmpty()
                ? FindingReport.of("lint", folder, suspicious(folder, judgement), List.of())
                : FindingReport.of("lint", folder, faults(judgement), faultsFirst(judgement));
        output.write(console, to -> format.write(report, to), to -> FindingFormat.TEXT.write(report, to));
        return ExitCode.of(report.has(Severity.WARNING));
    }

    private static List<Finding> suspicious(RulesFolder folder, Judgement judgement) {
        return Suites.within(folder, checkpoint -> Linter.of(folder.sources(), judgement, checkpoint)).stream()
                .map(Finding::of)
                .toList();
    }

    private static List<Finding> faults(Judgement judgement) {
        return judgement.faults().stream().map(Finding::of).toList();
    }

    private static List<Text> faultsFirst(Judgement judgement) {
        return Stream.concat(judgement.summary().stream(), Stream.of(TEXTS.text("faultsFirst")))
                .toList();
    }
}
