package io.subsidyrules.meaning.tree;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.meaning.space.ExactAmount;
import io.subsidyrules.meaning.space.Situation;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The comparison of what two rulebooks say of one item in one situation, and in all that are like it. */
final class Difference {

    private final Judge before;
    private final Judge after;
    private boolean doubtful;

    /** Compares the verdicts of the judge before with those of the one after. */
    Difference(Judge before, Judge after) {
        this.before = before;
        this.after = after;
    }

    /** Whether two amounts were met that may differ for values that were not tried. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** The change; empty if there is none. */
    Optional<Change> of(Probes probes) {
        Payment one = probes.payment(0);
        Payment other = probes.payment(1);
        Verdict first = probes.alike().get(0).get(0);
        Verdict second = probes.alike().get(0).get(1);
        boolean alike = one.status().equals(other.status())
                && one.money().isPresent() == other.money().isPresent();
        if (isNothing(one, other) || (alike && one.money().isEmpty())) {
            return Optional.empty();
        }
        if (alike && isSame(first, second) && probes.areKnown(amount(first))) {
            return Optional.empty();
        }
        doubtful |= probes.areMixed();
        if (!alike || differ(probes) || !currency(first).equals(currency(second))) {
            return Optional.of(new Change(one, other));
        }
        doubtful |= !areSurelyEqual(probes, amount(first), amount(second));
        return Optional.empty();
    }

    private static Amount amount(Verdict verdict) {
        return verdict.amount().orElseThrow();
    }

    /** Whether both come to the same by rules whose amounts say the same. */
    private static boolean isSame(Verdict one, Verdict other) {
        return currency(one).equals(currency(other))
                && WrittenForm.of(amount(one)).equals(WrittenForm.of(amount(other)));
    }

    /** Whether nothing is paid: where a rulebook lacks a constant, nobody can ask it, and the other pays nothing. */
    private static boolean isNothing(Payment one, Payment other) {
        return (one.status().isEmpty() || one.equals(Payment.NOTHING))
                && (other.status().isEmpty() || other.equals(Payment.NOTHING));
    }

    private static Object currency(Verdict verdict) {
        return verdict.rule().map(rule -> rule.currency());
    }

    private static boolean differ(Probes probes) {
        return probes.alike().stream()
                .anyMatch(both -> !both.get(0).money().equals(both.get(1).money()));
    }

    private boolean areSurelyEqual(Probes probes, Amount one, Amount other) {
        boolean known = probes.areKnown(one) && probes.areKnown(other);
        if (probes.areCutOff()) {
            return false;
        }
        boolean constant = probes.payment(0).money().orElseThrow() instanceof Payment.Exact
                && probes.payment(1).money().orElseThrow() instanceof Payment.Exact;
        if (constant) {
            return probes.numbers().size() <= 1 || (ExactAmount.isMonotone(one) && ExactAmount.isMonotone(other));
        }
        return known && probes.numbers().size() == 1 && agreeAtEnds(probes, one, other);
    }

    /** Two straight lines that meet at both ends of an interval are one, whatever they are rounded to. */
    private boolean agreeAtEnds(Probes probes, Amount one, Amount other) {
        Variable number = probes.numbers().get(0);
        ValueClass.Steps steps =
                (ValueClass.Steps) probes.situation().of(number).orElseThrow();
        for (BigInteger step : List.of(steps.first(), steps.last())) {
            Situation end = probes.situation().with(number, steps.at(step));
            Optional<BigDecimal> left = exact(before, one, end);
            Optional<BigDecimal> right = exact(after, other, end);
            if (left.isEmpty() || right.isEmpty() || left.get().compareTo(right.get()) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<BigDecimal> exact(Judge judge, Amount amount, Situation situation) {
        Optional<Facts> facts = judge.portrait().of(situation);
        return facts.map(known -> ExactAmount.of(amount, known));
    }
}
