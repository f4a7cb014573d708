package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.value.TextProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values at which the rules of a book change their minds: what they name of each field, and all dates and numbers. */
final class RuleLimits {

    private final Map<Operand.FieldValue, List<Object>> named = new HashMap<>();
    private final Map<Operand.FieldValue, List<TextProperty.Affix>> affixes = new HashMap<>();
    private final Set<LocalDate> dates = new LinkedHashSet<>();
    private final Set<BigDecimal> numbers = new LinkedHashSet<>(List.of(new BigDecimal("0.00")));
    private final Set<Operand.Shifted> shifts = new LinkedHashSet<>();

    RuleLimits(RuleBook book) {
        for (Rule rule : book.rules()) {
            dates.add(rule.period().from());
            rule.period().until().ifPresent(dates::add);
            rule.conditions().stream().map(Condition::expression).forEach(this::expression);
            if (rule.amount().orElse(null) instanceof Amount.Share share) {
                BigDecimal ceiling = share.ceiling().amount();
                numbers.add(ceiling);
                numbers.add(ceiling.multiply(new BigDecimal(100)).divide(share.percent(), 2, RoundingMode.HALF_UP));
            }
        }
    }

    /** The literals that rules compare the field with, as often as they do. */
    List<Object> named(Operand.FieldValue field) {
        return named.getOrDefault(field, List.of());
    }

    /** The beginnings and ends that rules ask of the field, as often as they do. */
    List<TextProperty.Affix> affixes(Operand.FieldValue field) {
        return affixes.getOrDefault(field, List.of());
    }

    /** The dates of all periods and conditions. */
    Set<LocalDate> dates() {
        return dates;
    }

    /** Zero, the numbers of all conditions, the ceilings, and what the ceilings are reached with. */
    Set<BigDecimal> numbers() {
        return numbers;
    }

    Set<Operand.Shifted> shifts() {
        return shifts;
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(this::expression);
        } else if (expression instanceof Expression.Membership membership) {
            membership.members().forEach(member -> pair(membership.left(), member));
        } else if (expression instanceof Expression.Comparison comparison) {
            comparison
                    .aggregates()
                    .forEach(aggregate -> aggregate.conditions().forEach(one -> expression(one.expression())));
            pair(comparison.left(), comparison.right());
            pair(comparison.right(), comparison.left());
        } else if (expression instanceof Expression.TextTest test
                && test.left() instanceof Operand.FieldValue field
                && test.property() instanceof TextProperty.Affix affix) {
            affixes.computeIfAbsent(field, any -> new ArrayList<>()).add(affix);
        }
    }

    private void pair(Operand operand, Operand other) {
        if (operand instanceof Operand.Shifted shifted) {
            shifts.add(shifted);
        }
        if (other instanceof Operand.Literal literal) {
            if (operand instanceof Operand.FieldValue field) {
                named.computeIfAbsent(field, any -> new ArrayList<>()).add(literal.value());
            }
            if (literal.value() instanceof LocalDate date) {
                dates.add(date);
            } else if (literal.value() instanceof BigDecimal number) {
                numbers.add(number.setScale(2, RoundingMode.DOWN));
            } else if (literal.value() instanceof Integer number) {
                numbers.add(BigDecimal.valueOf(number).setScale(2));
            }
        }
    }
}
