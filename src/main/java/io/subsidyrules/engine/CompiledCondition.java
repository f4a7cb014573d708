package io.subsidyrules.engine;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.LookupCases;
import io.subsidyrules.engine.fact.MemberComparison;
import io.subsidyrules.engine.fact.MemberNumbers;
import io.subsidyrules.engine.fact.Operands;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The form of a condition that Drools evaluates: two-valued, with each test guarded against unknown fields, so that it
 * holds exactly where the condition is TRUE.
 */
interface CompiledCondition {

    boolean test(Fact applicant, Fact claim, @Nullable Fact member);

    /** Whether it holds where no member of a list is looked at. */
    default boolean test(Fact applicant, Fact claim) {
        return test(applicant, claim, null);
    }

    static CompiledCondition of(Expression expression) {
        return expression.match(new Compiler());
    }

    /** Compiles each kind of expression. */
    final class Compiler implements Expression.Cases<CompiledCondition> {

        private Compiler() {}

        @Override
        public CompiledCondition comparison(Expression.Comparison comparison) {
            if (comparison.hasLookup()) {
                return lookedUp(comparison);
            }
            if (comparison.isComputed() && MemberComparison.concerns(comparison)) {
                return ofMembers(comparison);
            }
            Operator operator = comparison.operator();
            Operand right = comparison.right();
            if (right instanceof Operand.Literal literal) {
                Object value = literal.value();
                return guarded(comparison.left(), left -> operator.holds(Values.compare(left, value)));
            }
            return (applicant, claim, member) -> {
                Object left = Operands.value(comparison.left(), applicant, claim, member);
                Object other = Operands.value(right, applicant, claim, member);
                return left != null && other != null && operator.holds(Values.compare(left, other));
            };
        }

        /** It holds where there is surely a row, and it holds for each that can still count. */
        private static CompiledCondition lookedUp(Expression.Comparison comparison) {
            CompiledAggregates members = CompiledAggregates.of(comparison);
            return (applicant, claim, member) -> {
                Function<Operand, @Nullable Object> values =
                        operand -> Operands.value(operand, applicant, claim, member);
                Function<Operand.MemberAggregate, Optional<Bounds>> numbers =
                        aggregate -> members.numbers(aggregate, applicant, claim);
                LookupCases cases = LookupCases.of(comparison, values, numbers);
                return cases.whole()
                        && cases.comparisons().stream().allMatch(one -> holds(one, values, numbers))
                        && !cases.mayLack();
            };
        }

        private static boolean holds(
                Expression.Comparison comparison,
                Function<Operand, @Nullable Object> values,
                Function<Operand.MemberAggregate, Optional<Bounds>> numbers) {
            if (MemberComparison.concerns(comparison)) {
                return new MemberComparison(values, numbers).truth(comparison) == Truth.TRUE;
            }
            Object left = values.apply(comparison.left());
            Object right = values.apply(comparison.right());
            return left != null && right != null && comparison.operator().holds(Values.compare(left, right));
        }

        @Override
        public CompiledCondition listed(Expression.Listed listed) {
            return guarded(listed.left(), listed::passes);
        }

        @Override
        public CompiledCondition membership(Expression.Membership membership) {
            return guarded(
                    membership.left(),
                    value -> membership.not()
                            != membership.members().stream()
                                    .anyMatch(member -> Values.compare(value, member.value()) == 0));
        }

        @Override
        public CompiledCondition text(Expression.TextTest test) {
            return guarded(test.left(), value -> test.passes((String) value));
        }

        @Override
        public CompiledCondition junction(Expression.Junction junction) {
            List<CompiledCondition> parts = new ArrayList<>();
            junction.parts().forEach(part -> parts.add(part.match(this)));
            return junction.all() ? all(parts) : any(parts);
        }

        @Override
        public CompiledCondition earlier(Expression.EarlierAward earlier) {
            return (applicant, claim, member) -> Operands.awarded(earlier, applicant, claim) == Truth.TRUE;
        }
    }

    /** It holds where it does for all numbers that the members can still come to. */
    private static CompiledCondition ofMembers(Expression.Comparison comparison) {
        CompiledAggregates members = CompiledAggregates.of(comparison);
        return (applicant, claim, member) -> new MemberComparison(
                                operand -> Operands.value(operand, applicant, claim),
                                aggregate -> members.numbers(aggregate, applicant, claim))
                        .truth(comparison)
                == Truth.TRUE;
    }

    /** The compiled conditions on the members that a comparison counts. */
    record CompiledAggregates(Map<Operand.MemberAggregate, CompiledMembers> compiled) {

        private static CompiledAggregates of(Expression.Comparison comparison) {
            Map<Operand.MemberAggregate, CompiledMembers> compiled = new HashMap<>();
            comparison.aggregates().forEach(aggregate -> compiled.put(aggregate, CompiledMembers.of(aggregate)));
            return new CompiledAggregates(compiled);
        }

        private Optional<Bounds> numbers(Operand.MemberAggregate aggregate, Fact applicant, Fact claim) {
            return Objects.requireNonNull(compiled.get(aggregate)).numbers(applicant, claim);
        }
    }

    /** The conditions on the members of a list, and their contrary, with which a member is surely not counted. */
    record CompiledMembers(
            Operand.MemberAggregate aggregate, boolean readsTables, CompiledCondition holds, CompiledCondition fails) {

        private static CompiledMembers of(Operand.MemberAggregate aggregate) {
            Expression where = aggregate.where();
            return new CompiledMembers(
                    aggregate,
                    !ReadTables.ofMembers(aggregate).isEmpty(),
                    CompiledCondition.of(where),
                    CompiledCondition.of(where.negated()));
        }

        private Optional<Bounds> numbers(Fact applicant, Fact claim) {
            List<Fact> members = MemberNumbers.members(Operands.value(aggregate.list(), applicant, claim));
            return members == null
                    ? Optional.empty()
                    : MemberNumbers.of(aggregate, members, member -> truth(applicant, claim, member));
        }

        private Truth truth(Fact applicant, Fact claim, Fact member) {
            if (readsTables) {
                // Where a table has no row, a comparison is false, and its contrary is too.
                return Operands.truth(aggregate.where(), applicant, claim, member);
            }
            if (holds.test(applicant, claim, member)) {
                return Truth.TRUE;
            }
            return fails.test(applicant, claim, member) ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    private static CompiledCondition guarded(Operand operand, Predicate<Object> test) {
        return (applicant, claim, member) -> {
            Object value = Operands.value(operand, applicant, claim, member);
            return value != null && test.test(value);
        };
    }

    private static CompiledCondition all(List<CompiledCondition> parts) {
        return (applicant, claim, member) -> {
            for (CompiledCondition part : parts) {
                if (!part.test(applicant, claim, member)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static CompiledCondition any(List<CompiledCondition> parts) {
        return (applicant, claim, member) -> {
            for (CompiledCondition part : parts) {
                if (part.test(applicant, claim, member)) {
                    return true;
                }
            }
            return false;
        };
    }
}
