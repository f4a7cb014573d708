package io.subsidyrules.cli.scenario;

import io.subsidyrules.cli.acceptance.Acceptance;
import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.cli.folder.Suites;
import io.subsidyrules.cli.result.ResultFormat;
import io.subsidyrules.cli.result.ResultReport;
import io.subsidyrules.cli.source.ChangedFile;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.regression.ScenarioIdentity;
import io.subsidyrules.suite.ScenarioResult;
import io.subsidyrules.suite.SuiteRun;
import io.subsidyrules.text.TextCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules test}: runs the scenarios of a rules folder. */
@Command(name = "test")
public final class TestCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TestCommand.class);

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private ResultFormat format = ResultFormat.TEXT;

    @Option(names = "--only", paramLabel = "PATTERN", defaultValue = "")
    private String only = "";

    @Option(names = "--watch")
    private boolean watch;

    @Option(names = "--accept")
    private boolean accept;

    @Option(names = "--fail-on-empty", negatable = true, defaultValue = "true", fallbackValue = "true")
    private boolean failOnEmpty = true;

    public TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (watch && accept) {
            throw new CommandException(TEXTS.text("watchedAcceptance"));
        }
        return watch ? new Watch(directory.named(), console).run(this::run) : run();
    }

    private int run() {
        long began = System.nanoTime();
        output.removeEarlier(console);
        RulesFolder folder = directory.read(console);
        SuiteRun run = Suites.run(folder, ChosenScenarios.of(only), console);
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        List<Fault> others = faultsOfFiles(run);
        if (!others.isEmpty()) {
            Console to = format == ResultFormat.TEXT ? console : console.ofNotes();
            RuledFolder.tell("test", folder, others, to);
        }
        if (run.judgement().rules().isEmpty()) {
            console.note(TEXTS.text("notRun"));
            return ExitCode.FINDINGS;
        }
        if (run.results().isEmpty() && failOnEmpty) {
            throw new CommandException(only.isEmpty() ? TEXTS.text("noScenario") : TEXTS.text("noneChosen", only));
        }
        ResultReport report =
                new ResultReport(folder, run.results(), run.judgement().summary(), time);
        output.write(console, to -> format.write(report, to), to -> ResultFormat.TEXT.write(report, to));
        boolean left = accept ? !accepted(folder, run) : !report.isPassed();
        return ExitCode.of(left || !others.isEmpty());
    }

    /** Writes what the rules give into the scenarios that fail, and says whether all pass then. */
    private boolean accepted(RulesFolder folder, SuiteRun run) {
        Acceptance acceptance = Acceptance.of(folder.sources(), run.results());
        RulesFolder changed = new RulesFolder(folder.path(), folder.shown(), acceptance.in(folder.sources()));
        Set<String> names =
                acceptance.accepted().stream().map(TestCommand::named).collect(Collectors.toSet());
        boolean passes = Suites.run(changed, ChosenScenarios.of(only), console).results().stream()
                .filter(result -> names.contains(named(result.scenario())))
                .allMatch(ScenarioResult::passes);
        if (!passes) {
            throw new CommandException(TEXTS.text("notAccepted"));
        }
        acceptance
                .files()
                .forEach((path, text) -> ChangedFile.write(
                        folder.path().resolve(path),
                        folder.shown(path),
                        folder.sources().content(path),
                        text));
        acceptance
                .left()
                .forEach(scenario -> console.note(TEXTS.text(
                        "leftAsItIs",
                        folder.shown(scenario.place().file()),
                        scenario.place().line(),
                        scenario.name())));
        console.note(TEXTS.text(
                "accepted", acceptance.accepted().size(), acceptance.files().size()));
        return acceptance.left().isEmpty();
    }

    /** The name of a scenario among all: its place moves where a list above it becomes shorter. */
    private static String named(ScenarioIdentity scenario) {
        return scenario.place().file() + "\n" + scenario.name();
    }

    /** The faults of the files, apart from those of the scenarios that were run. */
    private static List<Fault> faultsOfFiles(SuiteRun run) {
        Set<Fault> ofScenarios = run.results().stream()
                .flatMap(result -> result.faults().stream())
                .map(found -> found.fault())
                .collect(Collectors.toSet());
        return run.judgement().faults().stream()
                .filter(fault -> !ofScenarios.contains(fault))
                .toList();
    }
}
