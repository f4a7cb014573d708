package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.answer.AcceptedValues;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns choices of values into a change, and says what it would gain. */
final class ChangeBuilder {

    private final Rule rule;
    private final Facts facts;
    private final Status best;

    /** @param best the best that the item can be while the claim is for the project that it is for */
    ChangeBuilder(Rule rule, Facts facts, Status best) {
        this.rule = rule;
        this.facts = facts;
        this.best = best;
    }

    Change change(List<Choice> choices) {
        List<Change.NewFact> fields = new ArrayList<>(choices.size());
        Yuan least = amount(Optional.empty(), false);
        Yuan most = amount(Optional.empty(), true);
        for (Choice choice : choices) {
            Change.NewFact fact = fact(choice);
            fields.add(fact);
            if (isSource(choice.variable())) {
                least = amount(Optional.of(fact.wanted()), false);
                most = amount(Optional.of(fact.wanted()), true);
            }
        }
        Status status = rule.outcome() == Outcome.REFER ? Status.REFERRED : Status.ELIGIBLE;
        boolean otherProject = choices.stream().anyMatch(choice -> TakenProjects.isKey(choice.variable()));
        return new Change(otherProject ? status : status.worst(best), most, least.compareTo(most) < 0, fields);
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

    /** Whether the amount is a share of this variable. */
    private boolean isSource(Operand variable) {
        return rule.share().filter(share -> share.source().equals(variable)).isPresent();
    }

    /** The values that give most, of the field that the amount is computed from; others can give less. */
    private ValueSet bestPaid(Choice choice) {
        if (!isSource(choice.variable()) || !(choice.values() instanceof NumberSet intervals)) {
            return choice.values();
        }
        Amount.Share share = rule.share().orElseThrow();
        Function<NumberSet.Interval, Yuan> most =
                interval -> share.of((BigDecimal) intervals.scale().value(interval.to()));
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

    /** The sentences that say what a text is tested for: its beginning, or its form, would say little to a reader. */
    private List<Text> meaning(Operand.FieldValue value) {
        if (value.type() != ValueType.TEXT) {
            return List.of();
        }
        return rule.conditions().stream()
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

    /**
     * The amount that the rule gives.
     *
     * @param source the new values of the field that it is computed from; empty if that stays as it is
     * @param most whether for the greatest of them, or the least
     */
    private Yuan amount(Optional<AcceptedValues> source, boolean most) {
        Amount amount = rule.amount().orElse(null);
        if (!(amount instanceof Amount.Share share)) {
            return amount == null ? Yuan.ZERO : amount.ceiling();
        }
        Object value = source.isEmpty() ? facts.value(share.source()) : end(share, source.get(), most);
        return value == null ? share.ceiling() : share.of((BigDecimal) value);
    }

    private static Object end(Amount.Share share, AcceptedValues wanted, boolean most) {
        if (!wanted.values().isEmpty()) {
            return wanted.values().get(0);
        }
        Scale scale = Scale.of(share.source());
        return most
                ? wanted.to().orElse(scale.value(scale.max()))
                : wanted.from().orElse(scale.value(scale.min()));
    }
}
