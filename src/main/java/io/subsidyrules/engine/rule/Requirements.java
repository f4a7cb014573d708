package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Variables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The conditions that must hold for an item: its period, its conditions, and that its amount is known; in parts that
 * have no variable in common, so that each can be solved by itself.
 *
 * @param variables fields and the date, in the order of reading
 */
public record Requirements(List<Operand> variables, List<Part> parts) {

    public Requirements {
        variables = List.copyOf(variables);
        parts = List.copyOf(parts);
    }

    /**
     * Expressions that hang together by what they read.
     *
     * @param variables fields and the date, in the order of reading
     */
    public record Part(List<Operand> variables, List<Expression> expressions) {

        public Part {
            variables = List.copyOf(variables);
            expressions = List.copyOf(expressions);
        }

        public boolean holds(Facts facts) {
            return expressions.stream().allMatch(expression -> facts.truth(expression) == Truth.TRUE);
        }
    }

    static Requirements of(Rule rule) {
        List<Expression> expressions = new ArrayList<>(conditions(rule));
        rule.amount()
                .ifPresent(amount ->
                        amount.sources().stream().map(Requirements::known).forEach(expressions::add));
        return of(expressions);
    }

    /** The same for whom the amount is known, whatever the unknown fields of it are. */
    public static Requirements ofConditions(Rule rule) {
        return of(conditions(rule));
    }

    private static List<Expression> conditions(Rule rule) {
        return Stream.concat(rule.inForce().stream(), rule.conditions().stream().map(Condition::expression))
                .toList();
    }

    private static Requirements of(List<Expression> expressions) {
        Set<Operand> variables = new LinkedHashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Expression expression : expressions) {
            variables.addAll(Variables.of(expression));
            add(expression, parts);
        }
        return new Requirements(List.copyOf(variables), parts);
    }

    /** An expression that is TRUE where the field is known, whatever it is, and else UNKNOWN. */
    private static Expression known(Operand operand) {
        if (!(operand instanceof Operand.FieldValue source)) {
            // What members come to equals itself where it is one number.
            return new Expression.Comparison(operand, Operator.EQUAL, operand);
        }
        return switch (source.type()) {
            case TEXT -> new Expression.TextTest(source, false, new TextProperty.Affix(TextProperty.End.START, ""));
            case CONSTANT ->
                oneOf(source, source.field().constants().orElseThrow().constants());
            case BOOLEAN -> oneOf(source, List.of(true, false));
            case INTEGER, DECIMAL, DATE -> notBelowLeast(source);
            case MEMBERS -> throw new IllegalArgumentException("No amount is worked out from a list: " + source);
        };
    }

    private static Expression oneOf(Operand.FieldValue source, List<?> all) {
        return new Expression.Membership(
                source,
                false,
                all.stream()
                        .map(value -> new Operand.Literal(source.type(), value))
                        .toList());
    }

    /** It is never less than the least that a request can give. */
    private static Expression notBelowLeast(Operand.FieldValue source) {
        Object least = source.type() == ValueType.DATE
                ? LocalDate.of(Field.FIRST_YEAR, 1, 1)
                : source.field().range().map(Field.Range::min).orElse(BigDecimal.valueOf(-Integer.MAX_VALUE));
        return new Expression.Comparison(
                source,
                Operator.GREATER_OR_EQUAL,
                new Operand.Literal(source.type() == ValueType.DATE ? ValueType.DATE : ValueType.DECIMAL, least));
    }

    /** Joins the expression with all parts that it has a variable in common with. */
    private static void add(Expression expression, List<Part> parts) {
        Set<Operand> variables = new LinkedHashSet<>();
        List<Expression> expressions = new ArrayList<>();
        Set<Operand> own = Variables.of(expression);
        for (Part part : List.copyOf(parts)) {
            if (part.variables().stream().anyMatch(own::contains)) {
                variables.addAll(part.variables());
                expressions.addAll(part.expressions());
                parts.remove(part);
            }
        }
        variables.addAll(own);
        expressions.add(expression);
        parts.add(new Part(List.copyOf(variables), expressions));
    }
}
