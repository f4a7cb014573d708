package io.subsidyrules.cli.skeleton;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderOption;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.request.RequestInput;
import io.subsidyrules.dialect.source.SourceNames;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules new policy}: a policy with one measure, and the vocabulary if a folder has none yet. */
@Command(name = "policy")
public final class NewPolicyCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewPolicyCommand.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final String UNIT = "project";

    private final Console console;

    @Parameters(paramLabel = "ID", descriptionKey = "ID")
    private String id = "";

    @Mixin
    private final FolderOption directory = new FolderOption();

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    public NewPolicyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!ID.matcher(id).matches() || id.equals(SourceNames.VOCABULARY)) {
            throw new CommandException(TEXTS.text("badId", id));
        }
        RulesFolder folder = RulesFolder.readOrBegin(directory.named(), console);
        boolean there = folder.sources().files().keySet().stream().anyMatch(path -> path.startsWith(id + "/"));
        if (there) {
            throw new CommandException(TEXTS.text("policyThere", folder.shown(id)));
        }
        boolean vocabulary = folder.sources().files().keySet().stream()
                .noneMatch(path -> path.startsWith(SourceNames.VOCABULARY + "/"));
        LocalDate from = date == null ? RequestInput.today() : date;
        Skeleton skeleton = new Skeleton(id, 1, from, UNIT, Currency.CNY);
        NewFiles.write(folder, skeleton.policy(vocabulary), "", console);
        return ExitCode.OK;
    }
}
