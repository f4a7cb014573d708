package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.lint.comment.Comments;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is lawful in a rules folder and yet suspicious. */
public final class Linter {

    private Linter() {}

    /**
     * What is suspicious and not said to be meant so, in the order of the files; nothing where the files have faults,
     * of which much would only be a consequence.
     *
     * @param judgement what was found of these files, with their scenarios run
     * @param checkpoint asked from time to time whether to go on, with a rule file
     */
    public static List<LintFinding> of(RuleSources sources, Judgement judgement, CancellationPoint checkpoint) {
        return judgement
                .ruleset()
                .map(ruleset -> of(sources, judgement, ruleset, checkpoint))
                .orElse(List.of());
    }

    private static List<LintFinding> of(
            RuleSources sources, Judgement judgement, Ruleset ruleset, CancellationPoint checkpoint) {
        Comments comments = Comments.of(sources);
        Stream<LintFinding> notices = Notices.of(sources, judgement).stream().map(LintFinding::of);
        List<LintFinding> found = Stream.of(
                        notices,
                        ofRules(ruleset.book(), checkpoint),
                        ofPolicies(sources, ruleset.book()),
                        ScenarioNames.of(sources, ruleset.book()),
                        OneSidedBoundaries.of(sources, ruleset),
                        ToDos.of(comments))
                .flatMap(part -> part)
                .distinct()
                .toList();
        return MeantSo.without(found, comments).stream()
                .sorted(LintFinding.ORDER)
                .toList();
    }

    private static Stream<LintFinding> ofRules(RuleBook book, CancellationPoint checkpoint) {
        List<LintFinding> implied = ImpliedConditions.of(book).toList();
        return Stream.of(
                        implied.stream(),
                        NeedlessConditions.of(book, implied, checkpoint),
                        UnusedConstants.of(book),
                        EarlyRules.of(book))
                .flatMap(part -> part);
    }

    private static Stream<LintFinding> ofPolicies(RuleSources sources, RuleBook book) {
        PolicyYaml files = PolicyYaml.of(sources);
        return Stream.of(
                        UncitedReadings.of(files, book),
                        ClauseSummaries.of(book),
                        TwinTexts.of(Stream.concat(files.texts().stream(), PlacedText.ofRules(book))))
                .flatMap(part -> part);
    }
}
