package io.subsidyrules.cli.mutation;

import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutantResult;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.Proposal;
import io.subsidyrules.page.InertText;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.stream.Collectors;

/** The survivors with what would notice them, and how many changes ended in which way. */
final class MutationText {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MutationText.class);

    /** The same in both languages: pipelines look for it. */
    private static final String SUMMARY =
            "rules mutate: %s mutants, %s killed, %s survived, %s equivalent\nmutation score: %s%%\n";

    private MutationText() {}

    static String of(MutationReport report, RulesFolder folder, Language language) {
        StringBuilder text = new StringBuilder();
        report.of(Fate.SURVIVED).forEach(survivor -> text.append(survivor(survivor, folder, language))
                .append('\n'));
        return text.append(summary(report)).toString();
    }

    static String summary(MutationReport report) {
        return SUMMARY.formatted(
                report.results().size(),
                report.count(Fate.KILLED),
                report.count(Fate.SURVIVED),
                report.count(Fate.EQUIVALENT),
                report.score());
    }

    /** The place of a change as a line of a file. */
    static String place(MutantResult result, RulesFolder folder) {
        return folder.shown(result.mutant().place().file()) + ":"
                + result.mutant().place().line();
    }

    private static String survivor(MutantResult survivor, RulesFolder folder, Language language) {
        String head = "%s: %s\n"
                .formatted(
                        place(survivor, folder),
                        InertText.line(survivor.mutant().change().in(language)));
        return head
                + survivor.proposal()
                        .map(proposal -> proposed(proposal, folder, language))
                        .orElse("");
    }

    private static String proposed(Proposal proposal, RulesFolder folder, Language language) {
        if (proposal instanceof Proposal.Found found) {
            return "  " + TEXTS.text("wouldNotice", language, folder.shown(found.file())) + "\n"
                    + entry(found, language);
        }
        Proposal.NotFound none = (Proposal.NotFound) proposal;
        return "  " + none.reason().in(language) + "\n";
    }

    /** The scenario as an entry of its file, in which nothing steers a terminal. */
    static String entry(Proposal.Found found, Language language) {
        return found.entry().in(language).lines().map(InertText::line).collect(Collectors.joining("\n", "", "\n"));
    }
}
