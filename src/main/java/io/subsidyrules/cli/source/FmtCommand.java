package io.subsidyrules.cli.source;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.ExitCode;
import io.subsidyrules.cli.console.FolderArgument;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.folder.RuledFolder;
import io.subsidyrules.dialect.source.SourceText;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.layout.CanonicalLayout;
import io.subsidyrules.layout.LayoutFailedException;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules fmt}: writes rule files, scenarios and policy files in their one layout. */
@Command(name = "fmt")
public final class FmtCommand implements Callable<Integer> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FmtCommand.class);

    private final Console console;

    @Mixin
    private final FolderArgument directory = new FolderArgument();

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--diff")
    private boolean diff;

    public FmtCommand(Console console) {
        this.console = console;
    }

    /** A file that is not in its layout. */
    private record Other(String path, String before, String after) {}

    @Override
    public Integer call() {
        RulesFolder folder = directory.read(console);
        List<Fault> faults = new ArrayList<>(folder.sources().faults());
        List<Other> others = new ArrayList<>();
        long files = 0;
        for (String path : folder.sources().files().keySet()) {
            if (CanonicalLayout.isFor(path)) {
                files++;
                other(path, folder, faults).ifPresent(others::add);
            }
        }
        if (!faults.isEmpty()) {
            RuledFolder.tell("fmt", folder, faults, console.ofNotes());
        }
        others.forEach(other -> change(other, folder));
        console.note(counted(files, others.size()));
        return ExitCode.of(!faults.isEmpty() || (!others.isEmpty() && (check || diff)));
    }

    private static Optional<Other> other(String path, RulesFolder folder, List<Fault> faults) {
        Faults ofFile = new Faults();
        Optional<String> read = SourceText.of(path, folder.sources().content(path), ofFile);
        if (read.isEmpty() || !ofFile.isEmpty()) {
            faults.addAll(ofFile.inOrder());
            return Optional.empty();
        }
        try {
            String before = new String(folder.sources().content(path), StandardCharsets.UTF_8);
            String after = CanonicalLayout.of(path, before);
            return Optional.of(new Other(path, before, after)).filter(other -> !before.equals(after));
        } catch (FaultsException refused) {
            faults.addAll(refused.faults());
            return Optional.empty();
        } catch (LayoutFailedException failed) {
            throw new CommandException(TEXTS.text("layoutFailed", folder.shown(path)));
        }
    }

    private void change(Other other, RulesFolder folder) {
        String shown = folder.shown(other.path());
        if (diff) {
            console.print(UnifiedDiff.of(shown, other.before(), other.after()));
            return;
        }
        if (!check) {
            ChangedFile.write(
                    folder.path().resolve(other.path()), shown, folder.sources().content(other.path()), other.after());
        }
        console.line(shown);
    }

    private Text counted(long files, int others) {
        if (others == 0) {
            return TEXTS.text("allLaidOut", files);
        }
        return TEXTS.text(check || diff ? "othersFound" : "othersWritten", others, files);
    }
}
