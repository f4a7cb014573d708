package io.subsidyrules.engine.values;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.table.ValueList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
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

    /** The form of a list in which a field is solved, by which it is kept. */
    private record Form(Scale scale, boolean not) {}

    /** The texts; of very long lists the first ones, in their order, where one of them is asked for. */
    private static Set<String> texts(Expression.Listed listed) {
        return listed.list().kept(listed.not(), not -> listed.list().values().stream()
                .map(Object::toString)
                .sorted()
                .limit(not ? Long.MAX_VALUE : MOST_TEXTS)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet)));
    }

    private static ValueSet numbers(Expression.Listed listed) {
        return listed.list().kept(new Form(Scale.of(listed.left()), listed.not()), form -> {
            NumberSet among = among(listed.list(), form.scale());
            return form.not() ? among.complement() : among;
        });
    }

    private static NumberSet among(ValueList list, Scale scale) {
        List<NumberSet.Interval> steps = new ArrayList<>();
        for (Object value : list.values()) {
            BigInteger step =
                    ((BigDecimal) value).movePointRight(scale.decimals()).toBigIntegerExact();
            if (step.compareTo(scale.min()) >= 0 && step.compareTo(scale.max()) <= 0) {
                steps.add(new NumberSet.Interval(step, step));
            }
        }
        return NumberSet.union(scale, steps);
    }
}
