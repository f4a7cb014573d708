package io.subsidyrules.cli.rulebook;

import io.subsidyrules.cli.console.Console;
import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.finding.Finding;
import io.subsidyrules.cli.finding.FindingFormat;
import io.subsidyrules.cli.finding.FindingReport;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;
import java.util.Optional;

/** Reads rules for the commands that ask what they mean; scenarios are not looked at. */
final class Rulebooks {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Rulebooks.class);

    private Rulebooks() {}

    /** The rules of a folder; empty if they have faults, which are told. */
    static Optional<Ruleset> read(String command, RulesFolder folder, Console console) {
        try {
            return Optional.of(Ruleset.of(folder.sources()));
        } catch (FaultsException refused) {
            List<Finding> findings = refused.faults().stream().map(Finding::of).toList();
            FindingFormat.TEXT.write(FindingReport.of(command, folder, findings, List.of()), console.ofNotes());
            console.note(TEXTS.text("notSound", folder.shown().isEmpty() ? "." : folder.shown()));
            return Optional.empty();
        }
    }
}
