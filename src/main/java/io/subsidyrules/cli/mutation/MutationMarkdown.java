package io.subsidyrules.cli.mutation;

import io.subsidyrules.cli.console.RulesFolder;
import io.subsidyrules.cli.sheet.Sheet;
import io.subsidyrules.cli.sheet.SheetFormat;
import io.subsidyrules.mutation.Fate;
import io.subsidyrules.mutation.MutantResult;
import io.subsidyrules.mutation.MutationReport;
import io.subsidyrules.mutation.killer.Proposal;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The survivors for a merge request, each scenario in a block of its own to be copied. */
final class MutationMarkdown {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(MutationMarkdown.class);

    private MutationMarkdown() {}

    static String of(MutationReport report, RulesFolder folder, Language language) {
        List<String> notes = new ArrayList<>();
        if (report.count(Fate.SURVIVED) == 0) {
            notes.add(TEXTS.text("none", language));
        }
        MutationText.summary(report).lines().forEach(notes::add);
        StringBuilder text = new StringBuilder(written(TEXTS.text("title", language), notes, language));
        Set<Proposal> told = new HashSet<>();
        for (MutantResult survivor : report.of(Fate.SURVIVED)) {
            String place = MutationText.place(survivor, folder);
            String change = survivor.change().in(language);
            text.append('\n').append(written(place, List.of(change), language).replaceFirst("##", "###"));
            survivor.proposal()
                    .ifPresent(proposal -> text.append(
                            told.add(proposal)
                                    ? proposed(proposal, folder, language)
                                    : "\n" + MutationText.again(proposal, language) + "\n"));
        }
        return text.toString();
    }

    private static String proposed(Proposal proposal, RulesFolder folder, Language language) {
        if (proposal instanceof Proposal.Found found) {
            String told = TEXTS.text("wouldNotice", language, folder.shown(found.file()));
            return "\n%s\n\n~~~yaml\n%s~~~\n".formatted(told, MutationText.entry(found, language));
        }
        return "\n" + ((Proposal.NotFound) proposal).reason().in(language) + "\n";
    }

    /** Written as the tables of words are, so that nothing is taken for Markdown. */
    private static String written(String title, List<String> notes, Language language) {
        return SheetFormat.MARKDOWN.written(title, List.<Sheet>of(), notes, language);
    }
}
