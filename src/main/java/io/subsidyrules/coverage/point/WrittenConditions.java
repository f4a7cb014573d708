package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The conditions that rule files write, those on members of lists among them. */
final class WrittenConditions {

    private WrittenConditions() {}

    /** Those of a rule on the applicant and the claim, inherited ones too; without those that a table has a row. */
    static List<Condition> of(Rule rule) {
        return rule.conditions().stream()
                .filter(condition -> !RowConditions.isOne(condition))
                .toList();
    }

    /** The members that the conditions and the amount of a rule count. */
    static Stream<Operand.MemberAggregate> aggregates(Rule rule) {
        return Stream.concat(
                        aggregates(rule.conditions()),
                        rule.amount().stream()
                                .flatMap((Amount amount) -> amount.sources().stream())
                                .filter(Operand.MemberAggregate.class::isInstance)
                                .map(Operand.MemberAggregate.class::cast))
                .distinct();
    }

    /** The members that conditions count. */
    static Stream<Operand.MemberAggregate> aggregates(List<Condition> conditions) {
        return conditions.stream().flatMap(condition -> condition.expression().aggregates().stream());
    }

    /** All of a rule, with those on members. */
    static Stream<Condition> all(Rule rule) {
        return Stream.concat(of(rule).stream(), aggregates(rule).flatMap(aggregate -> aggregate.conditions().stream()));
    }

    /** All of a limit, with those on members. */
    static Stream<Condition> all(Limit limit) {
        return Stream.concat(
                limit.conditions().stream(),
                aggregates(limit.conditions()).flatMap(aggregate -> aggregate.conditions().stream()));
    }
}
