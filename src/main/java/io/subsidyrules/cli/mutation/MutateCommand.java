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
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Place;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.MutationRun;
import io.subsidyrules.mutation.MutationTimeException;
import io.subsidyrules.regression.ScenarioFile;
import io.subsidyrules.text.TextCatalogue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        MutationReport report = run(ruled, chosen(ruled.folder()));
        output.write(
                console,
                to -> to.print(written(report, ruled.folder(), format)),
                to -> to.print(written(report, ruled.folder(), MutationFormat.TEXT)));
        return ExitCode.of(report.count(Fate.SURVIVED) > 0);
    }

    /** The places in files that are not the same as in the revision, where one is named. */
    private Predicate<Place> chosen(RulesFolder folder) {
        String revision = since;
        if (revision == null) {
            return place -> true;
        }
        RuleSources before =
                Revision.alone(revision, directory.named(), console).sources();
        Set<String> changed = folder.sources().files().keySet().stream()
                .filter(file -> isChanged(file, folder.sources(), before))
                .collect(Collectors.toSet());
        return place -> changed.contains(place.file());
    }

    private static boolean isChanged(String file, RuleSources now, RuleSources before) {
        return !before.files().containsKey(file) || !Arrays.equals(now.content(file), before.content(file));
    }

    private MutationReport run(RuledFolder ruled, Predicate<Place> chosen) {
        try (Progress progress = Progress.of(TEXTS.text("changes"), console)) {
            return MutationRun.of(
                    ruled.ruleset(),
                    ScenarioFile.readAll(ruled.folder().sources()),
                    chosen,
                    Duration.ofSeconds(seconds),
                    progress::at);
        } catch (MutationTimeException late) {
            throw new CommandException(TEXTS.text("tooLong", late.time().toSeconds(), late.tried()));
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
