package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.regression.Judgement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what can go live of a rules folder with faults: the parts without faults as they are now, the others as they
 * serve already, or not at all where they never did. What is found is judged as a whole, like any rules.
 */
final class Composition {

    /** A folder with faults takes no longer than this many without. */
    private static final int MOST_JUDGEMENTS = 24;

    /** The place of a fault of the folder as a whole. */
    private static final String WHOLE = ".";

    private final RuleSources folder;
    private final RuleSources serving;
    private final Function<RuleSources, Judgement> judge;
    private final BooleanSupplier spent;
    private final List<Fault> found = new ArrayList<>();
    private final Map<String, List<Fault>> alone = new TreeMap<>();
    private final Set<String> untried = new TreeSet<>();
    private int judgements;

    /**
     * The composition of a folder.
     *
     * @param serving the sources of the live ruleset; no files where none is live
     * @param spent whether there is no time for another judgement
     */
    Composition(
            RuleSources folder, RuleSources serving, Function<RuleSources, Judgement> judge, BooleanSupplier spent) {
        this.folder = folder;
        this.serving = serving;
        this.judge = judge;
        this.spent = spent;
    }

    /** Sources without faults, and what was found of them. */
    record Composed(RuleSources sources, Judgement judgement) {}

    /** The sources that go live; empty where those that serve already are the most that can. */
    Optional<Composed> of(List<Fault> faults) {
        return FolderParts.of(faults).contains(WHOLE)
                ? Optional.empty()
                : withoutFaulty(faults).or(this::partByPart);
    }

    /**
     * The faults that keep changed parts from going live and do not show in the folder as a whole, since its other
     * faults kept scenarios from being run; and which parts stay out untried.
     *
     * @param told the faults of the folder as a whole
     * @param live the sources that serve from now on
     */
    List<Fault> hidden(List<Fault> told, RuleSources live) {
        List<Fault> hidden = new ArrayList<>(found);
        SortedSet<String> known = FolderParts.of(told);
        known.addAll(FolderParts.of(found));
        alone.forEach((part, faults) -> {
            if (!known.contains(part) && !FolderParts.agree(part, folder, live)) {
                hidden.addAll(faults);
            }
        });
        untried.forEach(part -> {
            if (!known.contains(part) && !FolderParts.agree(part, folder, live)) {
                hidden.add(Fault.of(FolderParts.startOf(part, folder), FaultCode.CHANGE_NOT_TRIED, part));
            }
        });
        // That no policy is left is not a fault of the folder, which has one.
        hidden.removeIf(fault -> FolderParts.of(fault.place().file()).equals(WHOLE));
        hidden.removeAll(told);
        return hidden.stream().distinct().toList();
    }

    /** The folder without the changes of those parts that have faults. */
    private Optional<Composed> withoutFaulty(List<Fault> faults) {
        Set<String> replaced = new TreeSet<>();
        SortedSet<String> faulty = changed(FolderParts.of(faults));
        while (!faulty.isEmpty()) {
            replaced.addAll(faulty);
            RuleSources mixed = FolderParts.replaced(folder, serving, replaced);
            if (isAtItsEnd() || mixed.content().equals(serving.content())) {
                return Optional.empty();
            }
            Judgement judgement = judged(mixed);
            if (judgement.ruleset().isPresent()) {
                return Optional.of(new Composed(mixed, judgement));
            }
            faulty = changed(FolderParts.of(judgement.faults()));
            faulty.removeAll(replaced);
            for (Fault fault : judgement.faults()) {
                if (faulty.contains(FolderParts.of(fault.place().file()))) {
                    found.add(fault);
                }
            }
        }
        return Optional.empty();
    }

    /** Takes the changes that are sound by themselves: a change can bring its fault to a part that did not change. */
    private Optional<Composed> partByPart() {
        SortedSet<String> parts = FolderParts.in(folder);
        parts.addAll(FolderParts.in(serving));
        List<String> changed = new ArrayList<>(changed(parts));
        changed.removeAll(FolderParts.of(folder.faults()));
        // Policies can need what the vocabulary brings.
        changed.sort(Comparator.comparing(part -> !part.equals(PartState.VOCABULARY)));
        Optional<Composed> best = Optional.empty();
        Deque<List<String>> groups = new ArrayDeque<>(halves(changed));
        while (!groups.isEmpty() && !isAtItsEnd()) {
            List<String> some = groups.pop();
            RuleSources candidate =
                    FolderParts.replaced(best.map(Composed::sources).orElse(serving), folder, Set.copyOf(some));
            Judgement judgement = judged(candidate);
            if (judgement.ruleset().isPresent()) {
                best = Optional.of(new Composed(candidate, judgement));
            } else if (spent.getAsBoolean()) {
                groups.push(some);
            } else if (some.size() == 1) {
                alone.put(some.get(0), judgement.faults());
            } else {
                halves(some).forEach(groups::push);
            }
        }
        groups.forEach(untried::addAll);
        return best;
    }

    /**
     * All of them together are known to have faults: of many, a few that have some are found by trying ever smaller
     * groups.
     */
    private static List<List<String>> halves(List<String> parts) {
        int middle = (parts.size() + 1) / 2;
        return Stream.of(parts.subList(middle, parts.size()), parts.subList(0, middle))
                .filter(half -> !half.isEmpty())
                .toList();
    }

    private boolean isAtItsEnd() {
        return judgements >= MOST_JUDGEMENTS || spent.getAsBoolean();
    }

    private Judgement judged(RuleSources sources) {
        judgements++;
        return judge.apply(sources);
    }

    private SortedSet<String> changed(Set<String> parts) {
        SortedSet<String> changed = new TreeSet<>(parts);
        changed.removeIf(part -> FolderParts.agree(part, folder, serving));
        return changed;
    }
}
