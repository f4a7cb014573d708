package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The texts, earlier awards and members that some rules tell apart, beside constants. */
final class Distinctions {

    private final Map<Operand.FieldValue, List<Expression>> tests = new HashMap<>();
    private final Map<Operand.FieldValue, TextKinds> kinds = new HashMap<>();
    private final Set<AwardChoice> choices = new HashSet<>();
    private final Set<Operand.MemberAggregate> counts = new HashSet<>();

    Distinctions(List<Rule> rules) {
        rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::expression)
                .forEach(this::add);
        tests.forEach((field, all) -> kinds.put(field, new TextKinds(all)));
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(this::add);
        } else if (expression instanceof Expression.EarlierAward earlier) {
            choices.add(earlier.choice());
        } else {
            expression.aggregates().forEach(aggregate -> counts.add(aggregate.count()));
            expression.forEachField(field -> {
                if (field.type() == ValueType.TEXT) {
                    tests.computeIfAbsent(field, any -> new ArrayList<>()).add(expression);
                }
            });
        }
    }

    /** The kinds of texts that tests of a field tell apart. */
    TextKinds texts(Operand.FieldValue field) {
        return kinds.computeIfAbsent(field, any -> new TextKinds(List.of()));
    }

    /** The choices of which there is an award as well, or none either, where a condition on another choice holds. */
    Set<AwardChoice> implied(Expression.EarlierAward earlier) {
        Set<AwardChoice> implied = new HashSet<>();
        for (AwardChoice other : choices) {
            if (earlier.not()
                    ? other.isWithin(earlier.choice())
                    : earlier.choice().isWithin(other)) {
                implied.add(other);
            }
        }
        return implied;
    }

    /** The numbers of members that are above zero as well, or zero too, where one is that, itself included. */
    Set<Operand.MemberAggregate> implied(Operand.MemberAggregate count, boolean none) {
        Set<Operand.MemberAggregate> implied = new HashSet<>();
        for (Operand.MemberAggregate other : counts) {
            if (none ? isWithin(other, count) : isWithin(count, other)) {
                implied.add(other);
            }
        }
        return implied;
    }

    /** Whether the one counts members of the same list by all conditions of the other, and perhaps more. */
    private static boolean isWithin(Operand.MemberAggregate one, Operand.MemberAggregate other) {
        return one.list().equals(other.list()) && expressions(one).containsAll(expressions(other));
    }

    private static Set<Expression> expressions(Operand.MemberAggregate aggregate) {
        return aggregate.conditions().stream().map(Condition::expression).collect(Collectors.toSet());
    }
}
