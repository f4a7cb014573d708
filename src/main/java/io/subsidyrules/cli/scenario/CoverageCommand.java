package io.subsidyrules.cli.scenario;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.cli.folder.Suites;
import io.subsidyrules.coverage.RuleCoverage;
import io.subsidyrules.coverage.report.ReportFormat;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules coverage}: how far the scenarios try the rules. */
@Command(name = "coverage")
public final class CoverageCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(CoverageCommand.class);

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--min", paramLabel = "PERCENT", defaultValue = "0")
    private BigDecimal least = BigDecimal.ZERO;

    public CoverageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        return RuledFolder.read("coverage", directory.named(), console)
                .map(this::report)
                .orElse(ExitCode.FINDINGS);
    }

    private int report(RuledFolder ruled) {
        RuleCoverage coverage = coverage(ruled);
        output.write(
                console,
                to -> to.print(written(coverage, ruled, format)),
                to -> to.print(written(coverage, ruled, ReportFormat.TEXT)));
        boolean enough = coverage.ratio().isAtLeast(least);
        if (!enough) {
            console.note(TEXTS.text("tooLittleCovered", coverage.ratio().percent(), least));
        }
        return ExitCode.of(!enough);
    }

    private RuleCoverage coverage(RuledFolder ruled) {
        List<Scenario> scenarios = ScenarioFile.readAll(ruled.folder().sources());
        try (Progress progress = Progress.of(TEXTS.text("covering"), console)) {
            CancellationPoint steps = progress.throughSteps(scenarios.size());
            return Suites.within(
                    ruled.folder(),
                    deadline -> RuleCoverage.of(ruled.ruleset(), scenarios, file -> {
                        deadline.reached(file);
                        steps.reached(file);
                    }));
        }
    }

    private String written(RuleCoverage coverage, RuledFolder ruled, ReportFormat as) {
        return as.written(coverage, ruled.folder().sources(), ruled.folder().shown(), console.language());
    }
}
