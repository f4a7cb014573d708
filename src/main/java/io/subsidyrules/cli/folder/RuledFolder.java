package io.subsidyrules.cli.folder;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.finding.Finding;
import io.subsidyrules.cli.finding.FindingFormat;
import io.subsidyrules.cli.finding.FindingReport;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;

/** A rules folder whose files and scenarios are sound, for the commands that look at nothing else. */
public record RuledFolder(RulesFolder folder, Ruleset ruleset) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuledFolder.class);

    /**
     * Reads a folder and runs its scenarios; empty if there are faults, which are told.
     *
     * @param command the command that needs it
     */
    public static Optional<RuledFolder> read(String command, Optional<String> named, Console console) {
        RulesFolder folder = RulesFolder.read(named, console);
        Judgement judgement = Suites.run(folder, scenario -> true, console).judgement();
        Optional<RuledFolder> sound = judgement.ruleset().map(ruleset -> new RuledFolder(folder, ruleset));
        if (sound.isEmpty()) {
            tell(command, folder, judgement.faults(), console.ofNotes());
            console.note(TEXTS.text("notSound"));
        }
        return sound;
    }

    /** Tells the faults of files. */
    public static void tell(String command, RulesFolder folder, List<Fault> faults, Console console) {
        List<Finding> findings = faults.stream().map(Finding::of).toList();
        FindingFormat.TEXT.write(FindingReport.of(command, folder, findings, List.of()), console);
    }
}
