package io.subsidyrules.mutation.killer;

import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.ChangedRow;
import io.subsidyrules.meaning.MeaningDiff;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.mutant.Mutant;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for a scenario that would notice a change: first among the requests of which the difference in meaning says
 * that they come to something else, then near the scenarios that there are. Whatever it finds was evaluated with the
 * rules and with the change. Safe for many threads.
 */
public final class KillerSearch {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(KillerSearch.class);

    private static final int MOST_BASES = 60;
    private static final int MOST_ROWS = 12;
    private static final int MOST_CASES = 1_500;

    private final Ruleset original;
    private final List<Scenario> scenarios;
    private final Set<String> names;
    private final KnownValues known;
    private final CancellationPoint deadline;

    /**
     * A search near scenarios.
     *
     * @param scenarios of the rules, all of which pass
     * @param deadline asked for each case whether to go on
     */
    public KillerSearch(Ruleset original, List<Scenario> scenarios, CancellationPoint deadline) {
        this.original = original;
        this.scenarios = List.copyOf(scenarios);
        this.names = scenarios.stream().map(Scenario::name).collect(Collectors.toCollection(HashSet::new));
        this.known = KnownValues.of(scenarios.stream().map(Asked::of).toList());
        this.deadline = deadline;
    }

    /**
     * Looks for a scenario.
     *
     * @param diff in meaning of the change from the rules
     * @param seen the scenarios that can see the change
     */
    public Proposal propose(Mutant mutant, MeaningDiff diff, List<Scenario> seen) {
        try (Trial trial = new Trial(original, Ruleset.of(mutant.book()))) {
            List<Base> bases = bases(mutant, seen, trial);
            int tried = 0;
            Optional<Proposal.Found> reason = Optional.empty();
            for (Candidate candidate : (Iterable<Candidate>) candidates(mutant, diff, bases)::iterator) {
                deadline.reached(mutant.place().file());
                tried++;
                Optional<Decided> decided = trial.decided(candidate.base().file(), candidate.asked());
                boolean outcome = decided.filter(Decided::differsInOutcome).isPresent();
                if (outcome
                        || (reason.isEmpty() && decided.filter(Decided::differs).isPresent())) {
                    Optional<Proposal.Found> found = shortened(candidate, decided.orElseThrow(), trial);
                    if (outcome && found.isPresent()) {
                        return found.get();
                    }
                    reason = reason.isPresent() ? reason : found;
                }
            }
            return reason.isPresent() ? reason.get() : new Proposal.NotFound(why(diff, bases, tried));
        }
    }

    private static Text why(MeaningDiff diff, List<Base> bases, int tried) {
        if (bases.isEmpty()) {
            return TEXTS.text("noBase");
        }
        return diff.isEmpty() && !diff.unproved().isEmpty()
                ? TEXTS.text("notFoundUnproved", tried, diff.unproved().get(0).reason())
                : TEXTS.text("notFound", tried);
    }

    private Stream<Candidate> candidates(Mutant mutant, MeaningDiff diff, List<Base> bases) {
        RowCases rows = new RowCases(known);
        LimitAwards limits = LimitAwards.between(original.book(), mutant.book());
        List<Object> awards = bases.stream()
                .limit(3)
                .flatMap(base -> awards(limits, base).stream())
                .distinct()
                .toList();
        return Stream.concat(
                        diff.rows().stream()
                                .sorted(Comparator.comparing(KillerSearch::unknowns))
                                .limit(MOST_ROWS)
                                .flatMap(row -> rows.of(row, bases)),
                        new NearCases(known, awards, limits.numbers()).of(bases))
                .limit(MOST_CASES);
    }

    /** Cases in which all is known come first: they are the easiest to judge. */
    private static long unknowns(ChangedRow row) {
        return row.cells().stream()
                .filter(cell -> cell.labels().stream().allMatch(ValueClass.Unknown.class::isInstance))
                .count();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> awards(LimitAwards limits, Base base) {
        Map<String, Object> claim = base.asked().claims().stream()
                .filter(Map.class::isInstance)
                .map(one -> (Map<String, Object>) one)
                .findFirst()
                .orElse(Map.of());
        LocalDate day = base.shown().request().asOf();
        return limits.awards(base.file().replaceFirst("/.*", ""), day, claim);
    }

    /** Where limits differ, those first that have earlier awards or several claims. */
    private List<Base> bases(Mutant mutant, List<Scenario> seen, Trial trial) {
        boolean limits = !LimitAwards.between(original.book(), mutant.book()).isEmpty();
        List<Base> bases = seen.stream()
                .sorted(Comparator.comparing((Scenario one) -> limits && !isOfSeveral(one)))
                .limit(MOST_BASES)
                .flatMap(scenario -> base(mutant, scenario, trial).stream())
                .toList();
        return bases.isEmpty() ? new MadeUpBases(original, known, scenarios).of(mutant, trial) : bases;
    }

    private static boolean isOfSeveral(Scenario scenario) {
        return scenario.claimCount() > 1 || Asked.of(scenario).at("/earlier").isPresent();
    }

    private Optional<Base> base(Mutant mutant, Scenario scenario, Trial trial) {
        String file = file(mutant, scenario.place().file());
        Asked asked = Asked.of(scenario);
        return trial.shown(file, asked).map(shown -> new Base(file, Optional.of(scenario.name()), asked, shown));
    }

    /** The scenario file beside the rule file of the change, if there is one of that policy; else that of the base. */
    private String file(Mutant mutant, String ofBase) {
        String beside = ScenarioLayout.beside(mutant.place().file());
        boolean there =
                scenarios.stream().anyMatch(scenario -> scenario.place().file().equals(beside));
        boolean same = beside.replaceFirst("/.*", "").equals(ofBase.replaceFirst("/.*", ""));
        return there && same ? beside : ofBase;
    }

    private Optional<Proposal.Found> shortened(Candidate candidate, Decided decided, Trial trial) {
        Candidate shorter = ShorterCase.of(candidate, decided, trial);
        return trial.decided(shorter.base().file(), shorter.asked()).flatMap(now -> found(shorter, now, trial));
    }

    private Optional<Proposal.Found> found(Candidate candidate, Decided decided, Trial trial) {
        Text name = new CaseName(original.book().vocabulary(), names).of(candidate, decided);
        String expected = decided.expected();
        Optional<String> en = ScenarioLayout.of(AskedText.of(name.en(), candidate.asked(), expected));
        Optional<String> zh = ScenarioLayout.of(AskedText.of(name.zh(), candidate.asked(), expected));
        return en.flatMap(english -> zh.filter(
                        chinese -> trial.isNoticedBy(candidate.base().file(), english))
                .map(chinese -> new Proposal.Found(candidate.base().file(), name, new Text(english, chinese))));
    }
}
