package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sums of numbers that a rule's conditions demand to be above or below nothing, all of which hold together. Two
 * rules exclude each other where theirs cannot hold at one time, which is found by eliminating one number after another
 * (Fourier and Motzkin).
 *
 * @param sums those that are at least nothing, or above it
 */
record LinearDemands(List<Sum> sums) {

    /** The sums beyond which the elimination is given up. */
    private static final int MOST = 400;

    LinearDemands {
        sums = List.copyOf(sums);
    }

    /**
     * A sum of numbers that is at least nothing.
     *
     * @param factors by number, none of them zero
     * @param strict whether it is above nothing
     */
    record Sum(Map<Operand, BigDecimal> factors, BigDecimal constant, boolean strict) {

        private static Sum of(Operand left, Operand right, boolean strict) {
            Map<Operand, BigDecimal> factors = new LinkedHashMap<>();
            BigDecimal constant = add(factors, left, BigDecimal.ONE).add(add(factors, right, BigDecimal.ONE.negate()));
            factors.values().removeIf(factor -> factor.signum() == 0);
            return new Sum(factors, constant, strict);
        }

        private static BigDecimal add(Map<Operand, BigDecimal> factors, Operand operand, BigDecimal factor) {
            if (operand instanceof Operand.Literal literal) {
                return factor.multiply(new BigDecimal(literal.value().toString()));
            }
            if (operand instanceof Operand.WeightedSum sum) {
                sum.terms()
                        .forEach(term ->
                                factors.merge(term.number(), term.factor().multiply(factor), BigDecimal::add));
                return sum.constant().multiply(factor);
            }
            factors.merge(operand, factor, BigDecimal::add);
            return BigDecimal.ZERO;
        }

        private BigDecimal factor(Operand number) {
            return factors.getOrDefault(number, BigDecimal.ZERO);
        }

        /** The sum of this, times a number, and the other, times another, without the number that falls out. */
        private Sum without(Operand number, Sum other) {
            BigDecimal own = other.factor(number).abs();
            BigDecimal others = factor(number).abs();
            Map<Operand, BigDecimal> joined = new LinkedHashMap<>();
            factors.forEach((one, factor) -> joined.put(one, factor.multiply(own)));
            other.factors.forEach((one, factor) -> joined.merge(one, factor.multiply(others), BigDecimal::add));
            joined.values().removeIf(factor -> factor.signum() == 0);
            return new Sum(joined, constant.multiply(own).add(other.constant.multiply(others)), strict || other.strict);
        }

        private boolean isImpossible() {
            return factors.isEmpty() && constant.signum() < (strict ? 1 : 0);
        }
    }

    /** The demands of a rule's comparisons of sums; empty where it has none. */
    static LinearDemands of(Rule rule) {
        List<Sum> sums = new ArrayList<>();
        rule.conditions().stream().map(Condition::expression).forEach(expression -> add(expression, sums));
        boolean several = sums.stream().anyMatch(sum -> sum.factors().size() > 1);
        return new LinearDemands(several ? sums : List.of());
    }

    private static void add(Expression expression, List<Sum> sums) {
        if (expression instanceof Expression.Junction junction && junction.all()) {
            junction.parts().forEach(part -> add(part, sums));
        } else if (expression instanceof Expression.Comparison comparison
                && comparison.left().type().isNumber()
                && comparison.right().type().isNumber()) {
            add(comparison, sums);
        }
    }

    private static void add(Expression.Comparison comparison, List<Sum> sums) {
        Operand left = comparison.left();
        Operand right = comparison.right();
        Operator operator = comparison.operator();
        boolean strict = operator == Operator.LESS || operator == Operator.GREATER;
        if (operator == Operator.EQUAL || operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL) {
            sums.add(Sum.of(left, right, strict));
        }
        if (operator == Operator.EQUAL || operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL) {
            sums.add(Sum.of(right, left, strict));
        }
    }

    boolean isEmpty() {
        return sums.isEmpty();
    }

    /** Whether these and those cannot all hold, within the ranges of the fields. */
    boolean excludes(LinearDemands other) {
        List<Sum> open = new ArrayList<>(sums);
        open.addAll(other.sums);
        Set<Operand> numbers = new HashSet<>();
        open.forEach(sum -> numbers.addAll(sum.factors().keySet()));
        numbers.forEach(number -> addRange(number, open));
        for (Operand number : numbers) {
            Optional<List<Sum>> fewer = eliminate(number, open);
            if (fewer.isEmpty()) {
                return false;
            }
            open.clear();
            open.addAll(fewer.get());
            if (open.stream().anyMatch(Sum::isImpossible)) {
                return true;
            }
        }
        return false;
    }

    private static void addRange(Operand number, List<Sum> sums) {
        if (number instanceof Operand.FieldValue value) {
            Optional<Field.Range> range = value.field().range();
            range.ifPresent(limits -> {
                sums.add(new Sum(Map.of(number, BigDecimal.ONE), limits.min().negate(), false));
                sums.add(new Sum(Map.of(number, BigDecimal.ONE.negate()), limits.max(), false));
            });
        } else if (number instanceof Operand.Lookup lookup) {
            sums.add(new Sum(
                    Map.of(number, BigDecimal.ONE), lookup.table().least().negate(), false));
            sums.add(new Sum(
                    Map.of(number, BigDecimal.ONE.negate()), lookup.table().most(), false));
        }
    }

    /** The sums without a number: those that lack it, and each that rises with it joined with each that falls. */
    private static Optional<List<Sum>> eliminate(Operand number, List<Sum> sums) {
        List<Sum> left = new ArrayList<>();
        List<Sum> rising = new ArrayList<>();
        List<Sum> falling = new ArrayList<>();
        for (Sum sum : sums) {
            int sign = sum.factor(number).signum();
            (sign == 0 ? left : sign > 0 ? rising : falling).add(sum);
        }
        if (left.size() + (long) rising.size() * falling.size() > MOST) {
            return Optional.empty();
        }
        rising.forEach(one -> falling.forEach(other -> left.add(one.without(number, other))));
        return Optional.of(left);
    }
}
