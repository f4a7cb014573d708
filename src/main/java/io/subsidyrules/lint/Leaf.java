package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import java.util.stream.Stream;

/**
 * A single test within a condition, or within a condition on the members that it counts.
 *
 * @param condition the condition that is written in the rule
 */
record Leaf(Condition condition, Expression test) {

    /** The tests of all rules and limits of a book. */
    static Stream<Leaf> of(RuleBook book) {
        return Stream.concat(
                        book.rules().stream().map(Rule::conditions),
                        book.limits().stream().map(Limit::conditions))
                .flatMap(conditions -> conditions.stream())
                .flatMap(Leaf::of);
    }

    /** The tests of a condition. */
    static Stream<Leaf> of(Condition condition) {
        return tests(condition.expression()).map(test -> new Leaf(condition, test));
    }

    private static Stream<Expression> tests(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().flatMap(Leaf::tests);
        }
        Stream<Expression> ofMembers = expression.aggregates().stream()
                .flatMap(aggregate -> aggregate.conditions().stream())
                .flatMap(condition -> tests(condition.expression()));
        return Stream.concat(Stream.of(expression), ofMembers);
    }
}
