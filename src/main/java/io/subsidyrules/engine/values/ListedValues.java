package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that a field can have in a list that is a file, or beside it. */
final class ListedValues {

    /** More texts than these are not looked through for one that a request can have. */
    private static final int MOST_TEXTS = 1_000;

    private ListedValues() {}

    static ValueSet of(Expression.Listed listed) {
        Field field = listed.left().field();
        return switch (field.type()) {
            case CONSTANT, BOOLEAN -> choices(listed);
            case TEXT -> TextSet.among(field, texts(listed), listed.not());
            case INTEGER, DECIMAL, DATE -> numbers(listed);
            case MEMBERS -> throw new IllegalArgumentException("A list of members is in no list: " + field.name());
        };
    }

    private static ValueSet choices(Expression.Listed listed) {
        Set<Object> values = new LinkedHashSet<>(((ValueSet.Choices) ValueSets.all(listed.left())).values());
        values.removeIf(value -> !listed.passes(value));
        return new ValueSet.Choices(values);
    }

    /** The texts; of very long lists the first ones, in their order, where one of them is asked for. */
    private static Set<String> texts(Expression.Listed listed) {
        return listed.list().values().stream()
                .map(Object::toString)
                .sorted()
                .limit(listed.not() ? Long.MAX_VALUE : MOST_TEXTS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ValueSet numbers(Expression.Listed listed) {
        Scale scale = Scale.of(listed.left());
        List<NumberSet.Interval> steps = new ArrayList<>();
        for (Object value : listed.list().values()) {
            long step = ((BigDecimal) value)
                    .movePointRight(listed.left().type() == ValueType.DATE ? 0 : scale.decimals())
                    .longValueExact();
            if (step >= scale.min() && step <= scale.max()) {
                steps.add(new NumberSet.Interval(step, step));
            }
        }
        NumberSet among = NumberSet.union(scale, steps);
        return listed.not() ? among.complement() : among;
    }
}
