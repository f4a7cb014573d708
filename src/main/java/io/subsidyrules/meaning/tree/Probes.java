package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.space.Portrait;
import io.subsidyrules.meaning.space.Situation;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import io.subsidyrules.policy.Yuan;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The verdicts at the ends of the classes from which amounts are worked out. An amount rises or falls with each number
 * in it, so that it is the same everywhere if it is at all ends.
 */
final class Probes {

    /** More numbers are tried at the value that was looked at only. */
    private static final int MOST_NUMBERS = 4;

    private final Situation situation;
    private final List<Variable> numbers;
    private final List<List<Verdict>> verdicts = new ArrayList<>();
    /** Whether an end is outside the classes: others are compared with the number that is at its end. */
    private boolean isCutOff;

    private Probes(Situation situation, List<Variable> numbers) {
        this.situation = situation;
        this.numbers = List.copyOf(numbers);
    }

    /**
     * The verdicts of a situation and, where amounts are worked out from classes of several numbers, those at their
     * ends.
     *
     * @param portrait the facts by which it is told whether an end is in all classes
     */
    static Probes of(
            Situation situation,
            List<Verdict> verdicts,
            Portrait portrait,
            Function<Situation, List<Verdict>> evaluate) {
        Probes probes = new Probes(situation, numbers(situation, verdicts));
        probes.verdicts.add(verdicts);
        if (!probes.numbers.isEmpty() && probes.numbers.size() <= MOST_NUMBERS) {
            for (Situation end : probes.ends(situation, 0)) {
                if (isWithin(end, portrait)) {
                    probes.verdicts.add(evaluate.apply(end));
                } else {
                    probes.isCutOff = true;
                }
            }
        }
        return probes;
    }

    /** The numbers with several values from which an amount is worked out that is paid, or that a person decides on. */
    private static List<Variable> numbers(Situation situation, List<Verdict> verdicts) {
        Set<Variable> numbers = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict.money().isPresent()) {
                verdict.amount().stream()
                        .flatMap(amount -> amount.reads().stream())
                        .map(Variable.OfField::new)
                        .filter(one -> situation.of(one).filter(Probes::isWide).isPresent())
                        .forEach(numbers::add);
            }
        }
        return List.copyOf(numbers);
    }

    private static boolean isWithin(Situation end, Portrait portrait) {
        Optional<Facts> facts = portrait.of(end);
        return facts.isEmpty()
                || end.classes().entrySet().stream()
                        .filter(one -> one.getValue() instanceof ValueClass.Steps)
                        .allMatch(one ->
                                one.getValue().label().includes(one.getValue().value(), facts.get()));
    }

    private static boolean isWide(ValueClass one) {
        return one instanceof ValueClass.Steps steps && !steps.first().equals(steps.last());
    }

    private List<Situation> ends(Situation from, int index) {
        if (index == numbers.size()) {
            return List.of(from);
        }
        Variable number = numbers.get(index);
        ValueClass.Steps steps = (ValueClass.Steps) situation.of(number).orElseThrow();
        List<Situation> ends = new ArrayList<>();
        for (BigInteger step : List.of(steps.first(), steps.last())) {
            ends.addAll(ends(from.with(number, steps.at(step)), index + 1));
        }
        return ends;
    }

    /** The numbers that were tried at their ends. */
    List<Variable> numbers() {
        return numbers;
    }

    /** The situations of the ends, those that judge alike by all statuses. */
    List<List<Verdict>> alike() {
        List<Optional<Status>> statuses = statuses(verdicts.get(0));
        return verdicts.stream().filter(one -> statuses(one).equals(statuses)).toList();
    }

    /**
     * Whether a status is, or may be, another one at other values: by an amount that only a person may pay, or by one
     * that is known though a field of it is not, since the others are so high or low.
     */
    boolean areMixed() {
        return alike().size() < verdicts.size()
                || verdicts.get(0).stream()
                        .filter(verdict -> verdict.money().isPresent())
                        .flatMap(verdict -> verdict.amount().stream())
                        .anyMatch(this::mayDecide);
    }

    private boolean mayDecide(Amount amount) {
        if (!(amount instanceof Amount.Composed composed) || numbers.isEmpty()) {
            return false;
        }
        boolean partlyKnown = !areKnown(amount)
                && amount.reads().stream().map(Variable.OfField::new).anyMatch(numbers::contains);
        return partlyKnown || (!composed.bounded() && (numbers.size() > 1 || isCutOff));
    }

    /** Whether an end of the numbers could not be tried. */
    boolean areCutOff() {
        return isCutOff;
    }

    private static List<Optional<Status>> statuses(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::status).toList();
    }

    /** The payment of the item at an index. */
    Payment payment(int index) {
        Verdict first = verdicts.get(0).get(index);
        if (first.money().isEmpty()) {
            return new Payment(first.status(), Optional.empty());
        }
        List<Optional<Yuan>> all =
                alike().stream().map(one -> one.get(index).money()).distinct().toList();
        boolean same = all.size() == 1 && numbers.size() <= MOST_NUMBERS && !isCutOff;
        return new Payment(
                first.status(),
                first.rule()
                        .map(rule -> same
                                ? new Payment.Exact(first.money().get(), rule.currency())
                                : new Payment.Worked(rule.amount().orElseThrow(), rule.currency())));
    }

    /** Whether all that an amount is worked out from is known in the situation. */
    boolean areKnown(Amount amount) {
        return amount.sources().size() == amount.reads().size()
                && amount.reads().stream()
                        .map(Variable.OfField::new)
                        .allMatch(read -> situation.value(read).isPresent());
    }

    Situation situation() {
        return situation;
    }
}
