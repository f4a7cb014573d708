package io.subsidyrules.engine.amount;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.policy.Yuan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The amount of a rule, ready to be worked out: exactly where its facts are known, else the most that it can come to.
 * Immutable and safe for many threads.
 */
public final class EvaluableAmount {

    private final Amount amount;
    private final List<Operand.FieldValue> reads;
    private final List<Operand> sources;

    /** The conditions of the rule that say something about what the amount is worked out from. */
    private final List<Expression> limiting;

    /** The fields that the rule compares with other fields, and the date that decides, each with all that reads it. */
    private final Map<Operand.FieldValue, List<Expression>> compared;

    private EvaluableAmount(
            Amount amount, List<Expression> limiting, Map<Operand.FieldValue, List<Expression>> compared) {
        this.amount = amount;
        this.reads = amount.reads();
        this.sources = amount.sources();
        this.limiting = List.copyOf(limiting);
        this.compared = compared;
    }

    /** The amount of a rule that has this one. */
    public static EvaluableAmount of(Rule rule, Amount amount) {
        List<Operand.FieldValue> reads = amount.reads();
        return new EvaluableAmount(
                amount,
                rule.conditions().stream()
                        .filter(condition -> condition.reads().stream().anyMatch(reads::contains))
                        .map(Condition::expression)
                        .toList(),
                compared(rule));
    }

    /**
     * Only such a field can be left without a value by what is known of others; and the date that decides by the day of
     * the evaluation.
     */
    private static Map<Operand.FieldValue, List<Expression>> compared(Rule rule) {
        Map<Operand.FieldValue, List<Expression>> reading = new LinkedHashMap<>();
        Set<Operand.FieldValue> compared = new HashSet<>();
        rule.decides().ifPresent(compared::add);
        List<Expression> conditions = new ArrayList<>();
        rule.conditions().forEach(condition -> conditions.add(condition.expression()));
        if (rule.decides().isPresent()) {
            conditions.addAll(rule.inForce());
        }
        for (Expression condition : conditions) {
            List<Operand.FieldValue> fields = Variables.of(condition).stream()
                    .filter(Operand.FieldValue.class::isInstance)
                    .map(Operand.FieldValue.class::cast)
                    .filter(field -> field.type().isOrdered())
                    .toList();
            fields.forEach(field ->
                    reading.computeIfAbsent(field, any -> new ArrayList<>()).add(condition));
            if (fields.size() > 1) {
                compared.addAll(fields);
            }
        }
        reading.keySet().retainAll(compared);
        reading.values().removeIf(several -> several.size() == 1);
        return reading;
    }

    /** The amount as the rule has it. */
    public Amount amount() {
        return amount;
    }

    /** The fields that it is worked out from. */
    public List<Operand.FieldValue> reads() {
        return reads;
    }

    /** The fields and the aggregates of members that it is worked out from. */
    public List<Operand> sources() {
        return sources;
    }

    /** Whether it is known: all that it is worked out from is, or whatever it will be gives the same. */
    public boolean isKnown(Facts facts) {
        if (areKnown(facts)) {
            return true;
        }
        if (!(amount instanceof Amount.Composed composed)) {
            return false;
        }
        Bounds bounds = FormulaBounds.of(composed.formula(), new NumberBounds(facts, FieldValues.whatever(facts))::of);
        return yuan(bounds.least().orElseThrow()).equals(yuan(bounds.most().orElseThrow()));
    }

    /** Whether all fields, and numbers of members, that it is worked out from are known. */
    public boolean areKnown(Facts facts) {
        for (Operand source : sources) {
            if (facts.value(source) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether each field that is not known can have a value with which none of the conditions is surely false. */
    public boolean canBeHad(Facts facts) {
        for (Map.Entry<Operand.FieldValue, List<Expression>> field : compared.entrySet()) {
            if (facts.value(field.getKey()) == null
                    && new UnknownFields(facts, field.getValue())
                            .possible(field.getKey())
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The amount where it is known, else the most that it can come to where the conditions of its rule hold. */
    public Yuan most(Facts facts) {
        if (amount instanceof Amount.Fixed fixed) {
            return fixed.yuan();
        }
        if (amount instanceof Amount.Share share) {
            BigDecimal value = (BigDecimal) facts.value(share.source());
            return value != null
                    ? share.of(value)
                    : limiting.isEmpty()
                            ? share.ceiling()
                            : share.of(new UnknownFields(facts, limiting).most(share.source()));
        }
        Amount.Composed composed = (Amount.Composed) amount;
        return areKnown(facts)
                ? yuan(exact(composed, facts))
                : yuan(MostSearch.most(composed.formula(), facts, new UnknownFields(facts, limiting)));
    }

    /** Whether so much is not paid without a person's decision, because nothing says how much is the most. */
    public boolean isAboveLargest(Facts facts) {
        return amount instanceof Amount.Composed composed
                && !composed.bounded()
                && most(facts).compareTo(composed.ceiling()) > 0;
    }

    /**
     * The least and the most that it comes to for other values of its fields, the other facts as they are.
     *
     * @param others the values that fields would be
     */
    public List<Yuan> between(Facts facts, Map<Operand.FieldValue, ValueSet> others) {
        if (amount instanceof Amount.Fixed fixed) {
            return List.of(fixed.yuan(), fixed.yuan());
        }
        Bounds bounds = FormulaBounds.of(formula(), new NumberBounds(facts, FieldValues.whatever(facts), others)::of);
        return List.of(yuan(bounds.least().orElseThrow()), yuan(bounds.most().orElseThrow()));
    }

    /** The days of the evaluation, counted from 1970, from which a table that it reads has another row. */
    public SortedSet<Long> days() {
        SortedSet<Long> days = new TreeSet<>();
        if (amount instanceof Amount.Composed composed) {
            for (Operand.Lookup lookup : ReadTables.of(composed.formula())) {
                for (int key = 0; key < lookup.keys().size(); key++) {
                    addDays(lookup.keys().get(key), lookup.table(), key, days);
                }
            }
        }
        return days;
    }

    private static void addDays(Operand key, Table table, int index, SortedSet<Long> days) {
        boolean day = key instanceof Operand.AsOf;
        boolean year = key instanceof Operand.Year of && of.date() instanceof Operand.AsOf;
        if (day || year) {
            table.rows().stream()
                    .flatMap(row -> ends((Cell.Between) row.cells().get(index)))
                    .forEach(first -> days.add(
                            day ? first : LocalDate.of(year(first), 1, 1).toEpochDay()));
        }
    }

    /** The year, or the first or last that a request can have. */
    private static int year(long written) {
        return (int) Math.max(Field.FIRST_YEAR, Math.min(Field.LAST_YEAR, written));
    }

    /** The first value of a cell, and the one behind its last. */
    private static Stream<Long> ends(Cell.Between cell) {
        return Stream.concat(
                cell.steps().least().stream().map(BigDecimal::longValueExact),
                cell.steps().most().stream().map(most -> most.longValueExact() + 1));
    }

    private Formula formula() {
        return amount instanceof Amount.Composed composed ? composed.formula() : ((Amount.Share) amount).formula();
    }

    private static BigDecimal exact(Amount.Composed composed, Facts facts) {
        return FormulaBounds.of(composed.formula(), new NumberBounds(facts, FieldValues.whatever(facts))::of)
                .most()
                .orElseThrow();
    }

    private static Yuan yuan(BigDecimal exact) {
        return new Yuan(exact);
    }
}
