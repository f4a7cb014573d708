package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
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
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
        Map<Operand.FieldValue, ValueSet> others = new LinkedHashMap<>();
        for (Choice choice : choices) {
            Change.NewFact fact = fact(choice);
            fields.add(fact);
            if (choice.variable() instanceof Operand.FieldValue field && isSource(field)) {
                others.put(field, wanted(field, choice, fact.wanted()));
            }
        }
        List<Yuan> gain = amount.map(given -> between(given, choices, others)).orElse(NOTHING);
        boolean referred = rule.rule().outcome() == Outcome.REFER || isAboveLargest(gain.get(1));
        Status status = referred ? Status.REFERRED : Status.ELIGIBLE;
        boolean otherProject = choices.stream().anyMatch(choice -> TakenProjects.isKey(choice.variable()));
        return new Change(
                otherProject ? status : status.worst(best),
                gain.get(1),
                gain.get(0).compareTo(gain.get(1)) < 0,
                fields);
    }

    /** The least and the most, on each of the days that a change names. */
    private List<Yuan> between(EvaluableAmount given, List<Choice> choices, Map<Operand.FieldValue, ValueSet> others) {
        List<Facts> days = choices.stream()
                .filter(choice -> choice.variable() instanceof Operand.AsOf)
                .findFirst()
                .map(choice -> days(given, choice))
                .orElse(List.of(facts));
        List<List<Yuan>> all =
                days.stream().map(day -> given.between(day, others)).toList();
        return List.of(
                all.stream()
                        .map(ends -> ends.get(0))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                all.stream()
                        .map(ends -> ends.get(1))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** The facts on the first of the days, and on each of them from which the amount is another. */
    private List<Facts> days(EvaluableAmount given, Choice choice) {
        AcceptedValues wanted = AcceptedValues.of(choice.values(), facts.value(choice.variable()), true);
        Scale scale = Scale.of(choice.variable());
        BigInteger first = wanted.values().isEmpty()
                ? wanted.from().map(scale::step).orElse(scale.min())
                : scale.step(wanted.values().get(0));
        BigInteger last =
                wanted.values().isEmpty() ? wanted.to().map(scale::step).orElse(scale.max()) : first;
        long from = first.longValueExact();
        long to = last.longValueExact();
        return Stream.concat(Stream.of(from), given.days().stream().filter(day -> day > from && day <= to))
                .map(day -> facts.with(choice.variable(), LocalDate.ofEpochDay(day)))
                .toList();
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
        if (!(choice.variable() instanceof Operand.FieldValue field) || !isSource(field)) {
            return choice.values();
        }
        if (choice.values() instanceof ValueSet.Choices constants) {
            return new ValueSet.Choices(best(field, constants.values(), value -> new ValueSet.Choices(List.of(value))));
        }
        return choice.values() instanceof NumberSet intervals
                ? new NumberSet(
                        intervals.scale(),
                        best(
                                field,
                                intervals.intervals(),
                                interval -> new NumberSet(intervals.scale(), List.of(interval))))
                : choice.values();
    }

    /** Those of several values, or intervals, with which the amount is greatest. */
    private <T> List<T> best(Operand.FieldValue field, Collection<T> choices, Function<T, ValueSet> values) {
        EvaluableAmount given = amount.orElseThrow();
        Function<T, Yuan> most =
                one -> given.between(facts, Map.of(field, values.apply(one))).get(1);
        Yuan best = choices.stream().map(most).max(Comparator.naturalOrder()).orElse(Yuan.ZERO);
        return choices.stream().filter(one -> most.apply(one).equals(best)).toList();
    }

    /** The values that a change names, of which any will do. */
    private static ValueSet wanted(Operand.FieldValue field, Choice choice, AcceptedValues wanted) {
        if (!field.type().isOrdered()) {
            return choice.values() instanceof ValueSet.Choices
                    ? new ValueSet.Choices(wanted.values())
                    : choice.values();
        }
        Scale scale = Scale.of(field);
        if (!wanted.values().isEmpty()) {
            return NumberSet.of(scale, wanted.values().get(0));
        }
        return new NumberSet(
                scale,
                List.of(new NumberSet.Interval(
                        wanted.from().map(scale::step).orElse(scale.min()),
                        wanted.to().map(scale::step).orElse(scale.max()))));
    }

    /** The sentences that say what a text is tested for: its beginning, or its form, would say little to a reader. */
    private List<Text> meaning(Operand.FieldValue value) {
        if (value.type() != ValueType.TEXT) {
            return List.of();
        }
        return rule.rule().conditions().stream()
                .filter(condition -> condition.reads().equals(List.of(value)))
                .filter(condition -> facts.truth(condition.expression()) != Truth.TRUE)
                .flatMap(condition -> isLongList(condition.expression())
                        ? Stream.of(Wording.of(condition))
                        : condition.title().stream())
                .toList();
    }

    /** Whether it asks for a value of a list of which a change names a few only. */
    private static boolean isLongList(Expression expression) {
        return expression instanceof Expression.Listed listed
                && !listed.not()
                && listed.list().values().size() > AcceptedValues.MOST_LISTED;
    }

    /** A day that comes can be waited for, one that is gone cannot. */
    private boolean isLater(AcceptedValues wanted) {
        Object first = wanted.values().isEmpty()
                ? wanted.from().orElse(null)
                : wanted.values().get(0);
        return first instanceof LocalDate date && date.isAfter(facts.applicant().asOf());
    }
}
