package io.subsidyrules.cli.skeleton;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderOption;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.policy.Measure;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Unit;
import io.subsidyrules.text.TextCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules new measure}: one measure more of a policy, with its clause, its rule and its scenarios. */
@Command(name = "measure")
public final class NewMeasureCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewMeasureCommand.class);

    private final Console console;

    @Parameters(paramLabel = "POLICY", descriptionKey = "POLICY")
    private String policy = "";

    @Mixin
    private final FolderOption directory = new FolderOption();

    @Option(names = "--number", paramLabel = "NUMBER")
    private @Nullable Integer number;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    public NewMeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return RuledFolder.read("new", directory.named(), console)
                .map(this::write)
                .orElse(ExitCode.FINDINGS);
    }

    private int write(RuledFolder ruled) {
        List<Policy> policies = ruled.ruleset().book().policies();
        Policy known = policies.stream()
                .filter(one -> one.id().equals(policy))
                .findFirst()
                .orElseThrow(() -> unknown(policies.stream().map(Policy::id).toList()));
        int next = number == null
                ? known.measures().stream().mapToInt(Measure::number).max().orElse(0) + 1
                : number;
        if (next < 1 || known.measure(next).isPresent()) {
            throw new CommandException(TEXTS.text("measureThere", policy, next));
        }
        String per = per(known);
        LocalDate from = date == null ? known.issued() : date;
        Skeleton skeleton = new Skeleton(policy, next, from, per, known.currency());
        String file = policy + "/" + SourceNames.POLICY_FILE;
        String text = new String(ruled.folder().sources().content(file), StandardCharsets.UTF_8);
        SortedMap<String, String> files = skeleton.measure();
        files.put(file, PolicyFileText.with(text, skeleton.entry()));
        NewFiles.write(ruled.folder(), files, file, console);
        return ExitCode.OK;
    }

    /** The first unit other than the applicant, for whom a limit would be needed. */
    private static String per(Policy known) {
        List<String> units = known.per().stream().map(Unit::id).toList();
        return units.stream()
                .filter(unit -> !unit.equals("applicant"))
                .findFirst()
                .or(() -> units.stream().findFirst())
                .orElse("project");
    }

    private CommandException unknown(List<String> policies) {
        return new CommandException(Spelling.nearest(policy, policies)
                .map(nearest -> TEXTS.text("noPolicyMaybe", policy, nearest))
                .orElseGet(() -> TEXTS.text("noPolicyOf", policy)));
    }
}
