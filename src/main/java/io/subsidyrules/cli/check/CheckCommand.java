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
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules check}: all that the service would say of a rules folder, faults and notices. */
@Command(name = "check")
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private FindingFormat format = FindingFormat.TEXT;

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        RulesFolder folder = directory.read(console);
        Judgement judgement = Suites.run(folder, scenario -> true, console).judgement();
        List<Finding> findings = new ArrayList<>();
        judgement.faults().forEach(fault -> findings.add(Finding.of(fault)));
        Notices.of(folder.sources(), judgement).forEach(notice -> findings.add(Finding.of(notice)));
        findings.sort(Comparator.comparing(Finding::place));
        FindingReport report = FindingReport.of("check", folder, findings, judgement.summary());
        output.write(console, to -> format.write(report, to), to -> FindingFormat.TEXT.write(report, to));
        return ExitCode.of(report.has(Severity.ERROR));
    }
}
