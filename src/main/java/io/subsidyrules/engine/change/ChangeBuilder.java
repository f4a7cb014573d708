package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.amount.EvaluableAmount;
import io.subsidyrules.engine.answer.AcceptedValues;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns choices of values into a change, and says what it would gain. */
final class ChangeBuilder {

    private static final List<Yuan> NOTHING = List.of(Yuan.ZERO, Yuan.ZERO);

    private final EvaluableRule rule;
    private final Optional<EvaluableAmount> amount;
    private final Facts facts;
    private final Status best;

    /** @param best the best that the item can be while the claim is for the project that it is for */
    ChangeBuilder(EvaluableRule rule, Facts facts, Status best) {
        this.rule = rule;
        this.amount = rule.evaluableAmount();
        this.facts = facts;
        this.best = best;
    }

    Change change(List<Choice> choices) {
        List<Change.NewFact> fields = new ArrayList<>(choices.size());
        Map<Operand.FieldValue, Bounds> others = new LinkedHashMap<>();
        for (Choice choice : choices) {
            Change.NewFact fact = fact(choice);
            fields.add(fact);
            if (choice.variable() instanceof Operand.FieldValue field && isSource(field)) {
                others.put(field, bounds(field, fact.wanted()));
            }
        }
        List<Yuan> gain = amount.map(given -> given.between(facts, others)).orElse(NOTHING);
        boolean referred = rule.rule().outcome() == Outcome.REFER || isAboveLargest(gain.get(1));
        Status status = referred ? Status.REFERRED : Status.ELIGIBLE;
        boolean otherProject = choices.stream().anyMatch(choice -> TakenProjects.isKey(choice.variable()));
        return new Change(
                otherProject ? status : status.worst(best),
                gain.get(1),
                gain.get(0).compareTo(gain.get(1)) < 0,
                fields);
    }

    /** Whether some of the new values are paid and others referred, since the rule has no ceiling: it is not told. */
    boolean isDoubtful(List<Choice> choices) {
        Change change = change(choices);
        return change.upTo() && isAboveLargest(change.gain());
    }

    /** Whether a person decides on so much, since the rule has no ceiling. */
    private boolean isAboveLargest(Yuan gain) {
        return amount.filter(given -> given.amount() instanceof Amount.Composed composed
                        && !composed.bounded()
                        && gain.compareTo(composed.ceiling()) > 0)
                .isPresent();
    }

    private Change.NewFact fact(Choice choice) {
        Operand variable = choice.variable();
        Object actual = facts.value(variable);
        String pointer = facts.pointerOf(variable);
        if (variable instanceof Operand.FieldValue value) {
            return new Change.NewFact(
                    pointer,
                    Optional.of(value.field()),
                    Optional.ofNullable(actual),
                    AcceptedValues.of(bestPaid(choice), actual, false),
                    meaning(value),
                    value.field().changeable());
        }
        AcceptedValues wanted = AcceptedValues.of(choice.values(), actual, true);
        return new Change.NewFact(
                pointer, Optional.empty(), Optional.ofNullable(actual), wanted, List.of(), isLater(wanted));
    }

    /** Whether the amount is worked out from this variable. */
    private boolean isSource(Operand variable) {
        return amount.filter(given -> given.reads().contains(variable)).isPresent();
    }

    /** The values that give most, of a field that the amount is computed from; others can give less. */
    private ValueSet bestPaid(Choice choice) {
        if (!(choice.variable() instanceof Operand.FieldValue field)
                || !isSource(field)
                || !(choice.values() instanceof NumberSet intervals)) {
            return choice.values();
        }
        EvaluableAmount given = amount.orElseThrow();
        Function<NumberSet.Interval, Yuan> most = interval -> given.between(
                        facts, Map.of(field, bounds(intervals.scale(), interval.from(), interval.to())))
                .get(1);
        Yuan best = intervals.intervals().stream()
                .map(most)
                .max(Comparator.naturalOrder())
                .orElse(Yuan.ZERO);
        return new NumberSet(
                intervals.scale(),
                intervals.intervals().stream()
                        .filter(interval -> most.apply(interval).equals(best))
                        .toList());
    }

    private static Bounds bounds(Operand.FieldValue field, AcceptedValues wanted) {
        Scale scale = Scale.of(field);
        if (!wanted.values().isEmpty()) {
            long step = scale.step(wanted.values().get(0));
            return bounds(scale, step, step);
        }
        return bounds(
                scale,
                wanted.from().map(scale::step).orElse(scale.min()),
                wanted.to().map(scale::step).orElse(scale.max()));
    }

    private static Bounds bounds(Scale scale, long from, long to) {
        return EvaluableAmount.numbers(scale, from, to);
    }

    /** The sentences that say what a text is tested for: its beginning, or its form, would say little to a reader. */
    private List<Text> meaning(Operand.FieldValue value) {
        if (value.type() != ValueType.TEXT) {
            return List.of();
        }
        return rule.rule().conditions().stream()
                .filter(condition -> condition.reads().equals(List.of(value)))
                .filter(condition -> facts.truth(condition.expression()) != Truth.TRUE)
                .flatMap(condition -> condition.title().stream())
                .toList();
    }

    /** A day that comes can be waited for, one that is gone cannot. */
    private boolean isLater(AcceptedValues wanted) {
        Object first = wanted.values().isEmpty()
                ? wanted.from().orElse(null)
                : wanted.values().get(0);
        return first instanceof LocalDate date && date.isAfter(facts.applicant().asOf());
    }
}
