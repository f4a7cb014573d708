package io.subsidyrules.cli.mutation;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.Progress;
import io.subsidyrules.cli.console.ReportFile;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.cli.rulebook.Revision;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.MutationRun;
import io.subsidyrules.mutation.MutationTimeException;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.regression.mutant.Mutants;
import io.subsidyrules.text.TextCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules mutate}: whether the scenarios notice each small wrong change of the rules. */
@Command(name = "mutate")
public final class MutateCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MutateCommand.class);

    private final Console console;

    @Mixin
    private final ReportFile output = new ReportFile();

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private MutationFormat format = MutationFormat.TEXT;

    @Option(names = "--changed-since", paramLabel = "REV")
    private @Nullable String since;

    @Option(names = "--time", paramLabel = "SECONDS", defaultValue = "600")
    private int seconds = 600;

    public MutateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.removeEarlier(console);
        if (seconds <= 0) {
            throw new CommandException(TEXTS.text("noTime", seconds));
        }
        return RuledFolder.read("mutate", directory.named(), console)
                .map(this::report)
                .orElse(ExitCode.FINDINGS);
    }

    private int report(RuledFolder ruled) {
        List<Mutant> mutants = chosen(ruled.folder(), Mutants.of(ruled.ruleset().book()));
        MutationReport report = run(ruled, mutants);
        output.write(
                console,
                to -> to.print(written(report, ruled.folder(), format)),
                to -> to.print(written(report, ruled.folder(), MutationFormat.TEXT)));
        return ExitCode.of(report.count(Fate.SURVIVED) > 0);
    }

    private List<Mutant> chosen(RulesFolder folder, List<Mutant> mutants) {
        String revision = since;
        if (revision == null) {
            return mutants;
        }
        RulesFolder before = Revision.alone(revision, directory.named(), console);
        return mutants.stream()
                .filter(mutant -> isChanged(mutant.place().file(), folder, before))
                .toList();
    }

    private static boolean isChanged(String file, RulesFolder now, RulesFolder before) {
        return !before.sources().files().containsKey(file)
                || !Arrays.equals(now.sources().content(file), before.sources().content(file));
    }

    private MutationReport run(RuledFolder ruled, List<Mutant> mutants) {
        try (Progress progress = Progress.of(TEXTS.text("changes"), console)) {
            return MutationRun.of(
                    ruled.ruleset(),
                    ScenarioFile.readAll(ruled.folder().sources()),
                    mutants,
                    Duration.ofSeconds(seconds),
                    progress::at);
        } catch (MutationTimeException late) {
            throw new CommandException(TEXTS.text("tooLong", late.time().toSeconds(), late.done(), late.all()));
        }
    }

    private String written(MutationReport report, RulesFolder folder, MutationFormat as) {
        return switch (as) {
            case TEXT -> MutationText.of(report, folder, console.language());
            case JSON -> MutationJson.of(report, folder) + "\n";
            case MARKDOWN -> MutationMarkdown.of(report, folder, console.language());
        };
    }
}
