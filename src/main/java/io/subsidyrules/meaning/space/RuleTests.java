package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Variables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All tests of some rules: those of their conditions, whether they are in force, and for each key of a table whether it
 * is in the cell of a row. Values of which they all say the same are not told apart by the rules.
 */
final class RuleTests {

    private final Set<Expression> tests = new LinkedHashSet<>();
    private final Set<Expression.EarlierAward> awards = new LinkedHashSet<>();

    private RuleTests() {}

    static RuleTests of(Collection<Rule> rules) {
        RuleTests tests = new RuleTests();
        for (Rule rule : rules) {
            tests.tests.addAll(rule.inForce());
            rule.conditions().stream().map(Condition::expression).forEach(tests::add);
            ReadTables.of(rule).forEach(tests::addRows);
        }
        return tests;
    }

    Set<Expression> tests() {
        return tests;
    }

    Set<Expression.EarlierAward> awards() {
        return awards;
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(this::add);
        } else if (expression instanceof Expression.EarlierAward award) {
            awards.add(award);
        } else {
            tests.add(expression);
        }
    }

    private void addRows(Operand.Lookup lookup) {
        List<Operand> keys = lookup.keys();
        for (int key = 0; key < keys.size(); key++) {
            Operand of = keys.get(key);
            if (Variables.of(of).stream().noneMatch(RuleTests::isOfMembers)) {
                for (Table.Row row : lookup.table().rows()) {
                    isIn(of, row.cells().get(key)).forEach(tests::add);
                }
            }
        }
    }

    private static boolean isOfMembers(Operand operand) {
        return operand instanceof Operand.MemberAggregate
                || (operand instanceof Operand.FieldValue field && field.of().isMember());
    }

    private static Stream<Expression> isIn(Operand key, Cell cell) {
        if (cell instanceof Cell.One one) {
            return Stream.of(
                    new Expression.Comparison(key, Operator.EQUAL, new Operand.Literal(key.type(), one.value())));
        }
        Cell.Between between = (Cell.Between) cell;
        return Stream.concat(
                between.steps().least().stream().map(least -> compared(key, Operator.GREATER_OR_EQUAL, least)),
                between.steps().most().stream().map(most -> compared(key, Operator.LESS_OR_EQUAL, most)));
    }

    private static Expression compared(Operand key, Operator operator, BigDecimal limit) {
        Operand.Literal literal = key.type() == ValueType.DATE
                ? new Operand.Literal(ValueType.DATE, LocalDate.ofEpochDay(limit.longValue()))
                : new Operand.Literal(ValueType.DECIMAL, limit);
        return new Expression.Comparison(key, operator, literal);
    }
}
