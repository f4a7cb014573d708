package io.subsidyrules.engine.stake;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sums of numbers that a rule's conditions demand to be above or below nothing, all of which hold together. Two
 * rules exclude each other where theirs cannot hold at one time, which is found by eliminating one number after another
 * (Fourier and Motzkin). What follows from more sums than were needed to eliminate the numbers follows from others too,
 * and is left out (Chernikov), so that digits grow no further than those of a determinant.
 *
 * @param sums those that are at least nothing, or above it
 */
record LinearDemands(List<Sum> sums) {

    /** The sums beyond which the elimination is given up. */
    private static final int MOST = 400;

    LinearDemands {
        sums = List.copyOf(sums);
    }

    /** The work that is left for a search; once there is none, nothing more is excluded. */
    static final class Effort {

        private long left;

        /** @param most so many factors of few digits to be worked out */
        Effort(long most) {
            this.left = most;
        }

        private void spend(long factors, int digits) {
            long words = 1L + digits / Long.SIZE;
            left -= factors * words * words;
        }

        private boolean isSpent() {
            return left < 0;
        }
    }

    /**
     * A sum of numbers that is at least nothing.
     *
     * @param factors by number, none of them zero; they and the constant have no common divisor
     * @param strict whether it is above nothing
     */
    record Sum(Map<Operand, BigInteger> factors, BigInteger constant, boolean strict) {

        /** The same sum in the least whole numbers. */
        static Sum of(Map<Operand, BigDecimal> factors, BigDecimal constant, boolean strict) {
            int decimals = Math.max(
                    constant.scale(),
                    factors.values().stream().mapToInt(BigDecimal::scale).max().orElse(0));
            Map<Operand, BigInteger> whole = new LinkedHashMap<>();
            factors.forEach((number, factor) -> whole.put(number, whole(factor, decimals)));
            return shortened(whole, whole(constant, decimals), strict);
        }

        private static BigInteger whole(BigDecimal number, int decimals) {
            return number.setScale(decimals).unscaledValue();
        }

        private static Sum shortened(Map<Operand, BigInteger> factors, BigInteger constant, boolean strict) {
            factors.values().removeIf(factor -> factor.signum() == 0);
            BigInteger divisor = constant.abs();
            for (BigInteger factor : factors.values()) {
                if (divisor.equals(BigInteger.ONE)) {
                    break;
                }
                divisor = divisor.gcd(factor);
            }
            BigInteger common = divisor.max(BigInteger.ONE);
            factors.replaceAll((number, factor) -> factor.divide(common));
            return new Sum(factors, constant.divide(common), strict);
        }

        private static Sum of(Operand left, Operand right, boolean strict) {
            Map<Operand, BigDecimal> factors = new LinkedHashMap<>();
            BigDecimal constant = add(factors, left, BigDecimal.ONE).add(add(factors, right, BigDecimal.ONE.negate()));
            return of(factors, constant, strict);
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

        private BigInteger factor(Operand number) {
            return factors.getOrDefault(number, BigInteger.ZERO);
        }

        /** The sum of this, times a number, and the other, times another, without the number that falls out. */
        private Sum without(Operand number, Sum other) {
            BigInteger own = other.factor(number).abs();
            BigInteger others = factor(number).abs();
            Map<Operand, BigInteger> joined = new LinkedHashMap<>();
            factors.forEach((one, factor) -> joined.put(one, factor.multiply(own)));
            other.factors.forEach((one, factor) -> joined.merge(one, factor.multiply(others), BigInteger::add));
            return shortened(
                    joined, constant.multiply(own).add(other.constant.multiply(others)), strict || other.strict);
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
    boolean excludes(LinearDemands other, Effort effort) {
        List<Sum> all = new ArrayList<>(sums);
        all.addAll(other.sums);
        Set<Operand> numbers = new LinkedHashSet<>();
        all.forEach(sum -> numbers.addAll(sum.factors().keySet()));
        numbers.forEach(number -> addRange(number, all));
        return new Elimination(all, effort).isImpossible(numbers);
    }

    private static void addRange(Operand number, List<Sum> sums) {
        if (number instanceof Operand.FieldValue value) {
            Optional<Field.Range> range = value.field().range();
            range.ifPresent(limits -> addRange(number, limits.min(), limits.max(), sums));
        } else if (number instanceof Operand.Lookup lookup) {
            addRange(number, lookup.table().least(), lookup.table().most(), sums);
        }
    }

    private static void addRange(Operand number, BigDecimal least, BigDecimal most, List<Sum> sums) {
        sums.add(Sum.of(Map.of(number, BigDecimal.ONE), least.negate(), false));
        sums.add(Sum.of(Map.of(number, BigDecimal.ONE.negate()), most, false));
    }

    /**
     * A sum that follows from others.
     *
     * @param from their indexes
     */
    private record Derived(Sum sum, BitSet from) {

        private int digits(Operand number) {
            return sum.factor(number).bitLength();
        }

        private Derived without(Operand number, Derived other) {
            BitSet both = (BitSet) from.clone();
            both.or(other.from);
            return new Derived(sum.without(number, other.sum), both);
        }
    }

    /** One number after another is eliminated, first those of which the fewest sums are joined. */
    private static final class Elimination {

        private final Effort effort;
        private List<Derived> open = new ArrayList<>();
        private int eliminated;

        Elimination(List<Sum> sums, Effort effort) {
            this.effort = effort;
            for (int i = 0; i < sums.size(); i++) {
                BitSet from = new BitSet();
                from.set(i);
                open.add(new Derived(sums.get(i), from));
            }
        }

        boolean isImpossible(Set<Operand> numbers) {
            Set<Operand> left = new LinkedHashSet<>(numbers);
            while (true) {
                if (open.stream().anyMatch(one -> one.sum().isImpossible())) {
                    return true;
                }
                Optional<Operand> next = left.stream().min(Comparator.comparingLong(this::joined));
                if (next.isEmpty() || !eliminate(next.get())) {
                    return false;
                }
                left.remove(next.get());
            }
        }

        private long joined(Operand number) {
            long rising = open.stream()
                    .filter(one -> one.sum().factor(number).signum() > 0)
                    .count();
            long falling = open.stream()
                    .filter(one -> one.sum().factor(number).signum() < 0)
                    .count();
            return rising * falling - rising - falling;
        }

        /** Leaves the sums that lack a number, and each that rises with it joined with each that falls. */
        private boolean eliminate(Operand number) {
            List<Derived> left = new ArrayList<>();
            List<Derived> rising = new ArrayList<>();
            List<Derived> falling = new ArrayList<>();
            for (Derived one : open) {
                int sign = one.sum().factor(number).signum();
                (sign == 0 ? left : sign > 0 ? rising : falling).add(one);
            }
            eliminated++;
            for (Derived one : rising) {
                for (Derived other : falling) {
                    if (isNeeded(one, other)) {
                        if (left.size() == MOST || effort.isSpent()) {
                            return false;
                        }
                        effort.spend(
                                one.sum().factors().size()
                                        + other.sum().factors().size(),
                                Math.max(one.digits(number), other.digits(number)));
                        left.add(one.without(number, other));
                    }
                }
            }
            open = left;
            return true;
        }

        private boolean isNeeded(Derived one, Derived other) {
            BitSet both = (BitSet) one.from().clone();
            both.or(other.from());
            return both.cardinality() <= eliminated + 1;
        }
    }
}
