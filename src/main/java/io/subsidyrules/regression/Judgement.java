package io.subsidyrules.regression;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judgement of the files of a rules folder: a ruleset that may go live, or the faults that keep it from that. A
 * ruleset may go live where no file has a fault and every scenario gives what it expects.
 *
 * @param ruleset empty if there are faults
 * @param rules the rules, where they are sound by themselves, whatever the scenarios give
 * @param scenarios those beside the rules; none if they were not read
 * @param coverage what they try of the ruleset; empty if they were not run
 * @param faults the faults of all files, and scenarios that fail, in the order of the files; where they are many, the
 *     first that were found
 * @param summary how many expectations of scenarios fail in which way, and whether the files were not looked at to
 *     their end
 */
public record Judgement(
        Optional<Ruleset> ruleset,
        Optional<Ruleset> rules,
        List<ScenarioIdentity> scenarios,
        Optional<Coverage> coverage,
        List<Fault> faults,
        List<Text> summary) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Judgement.class);
    private static final Text ENDED = TEXTS.text("endedEarly", Faults.OF_ALL);

    public Judgement {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
        summary = List.copyOf(summary);
    }

    /** Files that were not judged for this reason. */
    public static Judgement refused(List<Fault> faults) {
        return new Judgement(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), faults, List.of());
    }

    /** The same with more faults, in the order of their places, no more of them than are reported for all files. */
    public Judgement with(List<Fault> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Fault> all = Stream.concat(faults.stream(), more.stream().limit(Faults.OF_ALL))
                .sorted(Comparator.comparing(Fault::place))
                .toList();
        return new Judgement(Optional.empty(), rules, scenarios, Optional.empty(), all, summary);
    }

    /**
     * The judgement of files of which this ruleset was made, and of which it is known that their scenarios give what
     * they expect.
     */
    public static Judgement of(Ruleset ruleset) {
        return new Judgement(
                Optional.of(ruleset), Optional.of(ruleset), List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Judges the files, however long that takes. */
    public static Judgement of(RuleSources sources) {
        return of(sources, JudgementBudget.unlimited());
    }

    /**
     * Judges the files; that it takes longer than the budget allows is a fault of the file that took most of it.
     *
     * @throws JudgementBudget.WithdrawnException where the budget was withdrawn meanwhile
     */
    public static Judgement of(RuleSources sources, JudgementBudget budget) {
        return withinBudget(sources, true, budget);
    }

    /** Judges files of which it is known that their scenarios give what they expect. */
    public static Judgement ofProven(RuleSources sources) {
        return withinBudget(sources, false, JudgementBudget.unlimited());
    }

    private static Judgement withinBudget(RuleSources sources, boolean run, JudgementBudget budget) {
        Faults faults = new Faults();
        if (sources.files().isEmpty() && !sources.faults().isEmpty()) {
            sources.faults().forEach(faults::add);
            return refused(faults);
        }
        try {
            return of(sources, run, faults, budget);
        } catch (JudgementBudget.SpentException spent) {
            faults.add(
                    Place.startOf(spent.file()),
                    FaultCode.JUDGING_TOO_LONG,
                    spent.time().toSeconds(),
                    spent.share().toSeconds());
            return refused(faults);
        }
    }

    private static Judgement of(RuleSources sources, boolean run, Faults faults, JudgementBudget budget) {
        Optional<Ruleset> ruleset = ruleset(sources, faults, budget);
        ScenarioFolder folder = new ScenarioFolder(sources, faults, budget);
        if (run) {
            folder.run(ruleset);
        }
        return of(ruleset, folder.scenarios(), folder.coverage(), faults, folder.report());
    }

    /**
     * The judgement of files that somebody else has read.
     *
     * @param rules empty if they have faults
     * @param faults those of the rules and of the scenarios
     * @param report on the scenarios, of which the faults are among these
     */
    public static Judgement of(
            Optional<Ruleset> rules,
            List<ScenarioIdentity> scenarios,
            Optional<Coverage> coverage,
            Faults faults,
            ScenarioReport report) {
        return new Judgement(
                rules.filter(sound -> faults.isEmpty()),
                rules,
                scenarios,
                coverage,
                faults.inOrder(),
                Stream.concat(report.summary().stream(), end(faults)).toList());
    }

    private static Judgement refused(Faults faults) {
        return new Judgement(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                faults.inOrder(),
                end(faults).toList());
    }

    private static Stream<Text> end(Faults faults) {
        return faults.isFull() ? Stream.of(ENDED) : Stream.empty();
    }

    private static Optional<Ruleset> ruleset(RuleSources sources, Faults faults, JudgementBudget budget) {
        try {
            return Optional.of(Ruleset.of(sources, budget));
        } catch (FaultsException refused) {
            faults.addAll(refused);
            return Optional.empty();
        }
    }
}
