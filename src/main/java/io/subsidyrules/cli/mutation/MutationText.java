package io.subsidyrules.cli.mutation;

import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutantResult;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.page.InertText;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.HashSet;
import java.util.Set;
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
        Set<Proposal> told = new HashSet<>();
        for (MutantResult survivor : report.of(Fate.SURVIVED)) {
            text.append(head(survivor, folder, language));
            survivor.proposal()
                    .ifPresent(proposal -> text.append(
                            told.add(proposal)
                                    ? proposed(proposal, folder, language)
                                    : "  " + again(proposal, language) + "\n"));
            text.append('\n');
        }
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
        return folder.shown(result.place().file()) + ":" + result.place().line();
    }

    private static String head(MutantResult survivor, RulesFolder folder, Language language) {
        return "%s: %s\n"
                .formatted(
                        place(survivor, folder),
                        InertText.line(survivor.change().in(language)));
    }

    /** Words for a proposal that was told before. */
    static String again(Proposal proposal, Language language) {
        return proposal instanceof Proposal.Found found
                ? TEXTS.text("again", language, InertText.line(found.name().in(language)))
                : ((Proposal.NotFound) proposal).reason().in(language);
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
