package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.LookupCases;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Variables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the values of a variable for which a comparison that reads tables is true, or false, while everything else
 * stays as it is. Where the variable is a key, its values fall into parts for which the same rows count; each part is
 * looked at by itself.
 */
final class LookupSolver {

    /** The rows looked at beyond which nothing is solved, where another key of a table is unknown too. */
    private static final int MOST_ROWS = 100_000;

    private final Operand variable;
    private final Facts facts;
    private final boolean falsely;
    private final Function<Expression.Comparison, ValueSet> solver;

    /**
     * @param falsely whether the values are looked for with which the comparison is false
     * @param solver for comparisons without tables, of which it finds the same values
     */
    LookupSolver(Operand variable, Facts facts, boolean falsely, Function<Expression.Comparison, ValueSet> solver) {
        this.variable = variable;
        this.facts = facts;
        this.falsely = falsely;
        this.solver = solver;
    }

    ValueSet of(Expression.Comparison comparison) {
        List<Operand> keys = ReadTables.of(comparison).stream()
                .flatMap(lookup -> lookup.keys().stream())
                .filter(key -> Variables.of(key).contains(variable))
                .toList();
        if (keys.isEmpty()) {
            return values(LookupCases.of(comparison, facts::value, facts::numbers));
        }
        if (keys.stream().anyMatch(LookupSolver::countsMembers)) {
            return ValueSets.none(variable);
        }
        return switch (variable.type()) {
            case CONSTANT, BOOLEAN -> choices(comparison);
            case TEXT -> texts(comparison);
            case INTEGER, DECIMAL, DATE ->
                keys.stream().allMatch(this::isOtherwiseKnown) ? numbers(comparison) : ValueSets.none(variable);
            case MEMBERS -> ValueSets.none(variable);
        };
    }

    private static boolean countsMembers(Operand key) {
        return Variables.of(key).stream().anyMatch(Operand.MemberAggregate.class::isInstance);
    }

    /** The values that do in all cases. */
    private ValueSet values(LookupCases cases) {
        if (!cases.whole() || (!falsely && cases.mayLack())) {
            return ValueSets.none(variable);
        }
        ValueSet values = ValueSets.all(variable);
        for (Expression.Comparison one : cases.comparisons()) {
            values = values.and(solver.apply(one));
        }
        return values;
    }

    private boolean holds(Expression.Comparison comparison, Object value) {
        return facts.with(variable, value).truth(comparison) == (falsely ? Truth.FALSE : Truth.TRUE);
    }

    private ValueSet choices(Expression.Comparison comparison) {
        Set<Object> values = new LinkedHashSet<>(((ValueSet.Choices) ValueSets.all(variable)).values());
        values.removeIf(value -> !holds(comparison, value));
        return new ValueSet.Choices(values);
    }

    /** For a text that no row names there is no row. */
    private ValueSet texts(Expression.Comparison comparison) {
        Set<String> named = new LinkedHashSet<>();
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            for (int key = 0; key < lookup.keys().size(); key++) {
                if (lookup.keys().get(key).equals(variable)) {
                    int at = key;
                    lookup.table()
                            .rows()
                            .forEach(row -> row.cells().get(at).only().ifPresent(text -> named.add((String) text)));
                }
            }
        }
        named.removeIf(text -> holds(comparison, text) == falsely);
        return TextSet.among(((Operand.FieldValue) variable).field(), named, falsely);
    }

    /** Whether the variable is all of a key that is not known. */
    private boolean isOtherwiseKnown(Operand key) {
        return Variables.of(key).stream().allMatch(read -> read.equals(variable) || facts.value(read) != null);
    }

    private ValueSet numbers(Expression.Comparison comparison) {
        Scale scale = Scale.of(variable);
        List<BigInteger> beginnings = List.copyOf(beginnings(comparison, scale));
        if ((long) beginnings.size() * rowsOfUnknownKeys(comparison) > MOST_ROWS) {
            return ValueSets.none(variable);
        }
        List<NumberSet.Interval> found = new ArrayList<>();
        for (int i = 0; i < beginnings.size(); i++) {
            BigInteger from = beginnings.get(i);
            BigInteger to = i + 1 < beginnings.size() ? beginnings.get(i + 1).subtract(BigInteger.ONE) : scale.max();
            Facts tried = facts.with(variable, scale.value(from));
            NumberSet part = NumberSet.union(scale, List.of(new NumberSet.Interval(from, to)));
            NumberSet values = (NumberSet) values(LookupCases.of(comparison, tried::value, tried::numbers));
            found.addAll(((NumberSet) values.and(part)).intervals());
        }
        return NumberSet.union(scale, found);
    }

    /** The rows of tables that are looked through for each value, since a key beside the variable is unknown. */
    private int rowsOfUnknownKeys(Expression.Comparison comparison) {
        return ReadTables.of(comparison).stream()
                .filter(lookup -> !lookup.keys().stream().allMatch(this::isOtherwiseKnown))
                .mapToInt(lookup -> lookup.table().rows().size())
                .sum();
    }

    /** The steps of the variable at which the rows that count can change. */
    private SortedSet<BigInteger> beginnings(Expression.Comparison comparison, Scale scale) {
        SortedSet<BigInteger> beginnings = new TreeSet<>(List.of(scale.min()));
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            for (int key = 0; key < lookup.keys().size(); key++) {
                Operand operand = lookup.keys().get(key);
                if (Variables.of(operand).contains(variable)) {
                    for (Table.Row row : lookup.table().rows()) {
                        add(operand, (Cell.Between) row.cells().get(key), beginnings);
                    }
                }
            }
        }
        beginnings.removeIf(step -> step.compareTo(scale.min()) < 0 || step.compareTo(scale.max()) > 0);
        return beginnings;
    }

    private void add(Operand key, Cell.Between cell, Set<BigInteger> beginnings) {
        cell.steps().least().ifPresent(least -> edges(key, Operator.GREATER_OR_EQUAL, least, beginnings));
        cell.steps().most().ifPresent(most -> edges(key, Operator.LESS_OR_EQUAL, most, beginnings));
    }

    private void edges(Operand key, Operator operator, BigDecimal limit, Set<BigInteger> beginnings) {
        Object value = key.type() == ValueType.DATE ? LocalDate.ofEpochDay(limit.longValueExact()) : limit;
        NumberSet within = (NumberSet)
                solver.apply(new Expression.Comparison(key, operator, new Operand.Literal(key.type(), value)));
        for (NumberSet.Interval one : within.intervals()) {
            beginnings.add(one.from());
            beginnings.add(one.to().add(BigInteger.ONE));
        }
    }
}
