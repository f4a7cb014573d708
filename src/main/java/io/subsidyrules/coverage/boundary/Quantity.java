package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Variables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of two things that are compared: a number or a date, or an amount. */
public sealed interface Quantity {

    /** The number that it is; of a date, its days. Empty where it is unknown. */
    Optional<BigDecimal> value(Moved values);

    /** The numbers that it can be. */
    Bounds bounds(Function<Operand, Bounds> numbers);

    /** The numbers and dates that it is read from, as the rules have them. */
    List<Operand> operands();

    /** The fields, numbers of members and days that it is worked out from. */
    default Set<Operand> variables() {
        return operands().stream()
                .flatMap(operand -> Variables.of(operand).stream())
                .collect(Collectors.toSet());
    }

    /** Whether it always rises, or always falls, with a variable. */
    default boolean isMonotone() {
        return operands().stream().noneMatch(Operand::hasLookup)
                && operands().stream()
                                .filter(operand -> !Variables.of(operand).isEmpty())
                                .count()
                        <= 1;
    }

    /** A number or a date. */
    record OfOperand(Operand operand) implements Quantity {
        @Override
        public Optional<BigDecimal> value(Moved values) {
            return values.number(operand);
        }

        @Override
        public Bounds bounds(Function<Operand, Bounds> numbers) {
            return numbers.apply(operand);
        }

        @Override
        public List<Operand> operands() {
            return List.of(operand);
        }
    }

    /** An amount before it is rounded. */
    record OfFormula(Formula formula) implements Quantity {
        @Override
        public Optional<BigDecimal> value(Moved values) {
            return operands().stream()
                            .anyMatch(operand -> values.number(operand).isEmpty())
                    ? Optional.empty()
                    : FormulaBounds.of(
                                    formula,
                                    operand -> Bounds.of(values.number(operand).orElseThrow()))
                            .least();
        }

        @Override
        public Bounds bounds(Function<Operand, Bounds> numbers) {
            return FormulaBounds.of(formula, numbers);
        }

        @Override
        public List<Operand> operands() {
            return operands(formula).toList();
        }

        /** Parts that rise with a number rise together; a tier that grows with it can have the worse rate. */
        @Override
        public boolean isMonotone() {
            return Quantity.super.isMonotone()
                    || (isOfFixedTiers(formula)
                            && operands().stream()
                                    .allMatch(operand -> operand instanceof Operand.FieldValue
                                            || operand instanceof Operand.Literal
                                            || operand instanceof Operand.MemberAggregate));
        }

        private static boolean isOfFixedTiers(Formula formula) {
            return formula.parts().allMatch(OfFormula::isOfFixedTiers)
                    && !(formula instanceof Formula.Tiers tiers
                            && tiers.tiers().stream().anyMatch(tier -> !(tier.limit() instanceof Formula.Fixed)));
        }

        private static Stream<Operand> operands(Formula formula) {
            return Stream.concat(formula.numbers(), formula.parts().flatMap(OfFormula::operands));
        }
    }
}
