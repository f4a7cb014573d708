package io.subsidyrules.engine.random;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A fact of a random request: a value for every field, and whether the request tells it. */
public record GivenFact(FactType type, List<Given> values) {

    public GivenFact {
        values = List.copyOf(values);
    }

    /** How a request tells of a field. */
    public enum Telling {
        TOLD,
        NULL,
        ABSENT
    }

    /** The value of a field, and whether the request tells it. */
    public record Given(Field field, Object value, Telling telling) {

        public boolean isTold() {
            return telling == Telling.TOLD;
        }
    }

    /** The same fact, with what it keeps of these fields told. */
    GivenFact telling(Predicate<Field> which) {
        return new GivenFact(
                type,
                values.stream()
                        .map(given -> which.test(given.field())
                                ? new Given(given.field(), given.value(), Telling.TOLD)
                                : given)
                        .toList());
    }

    /** The same fact, with this value of a field told. */
    GivenFact with(String name, Object value) {
        return new GivenFact(
                type,
                values.stream()
                        .map(given -> given.field().name().equals(name)
                                ? new Given(given.field(), value, Telling.TOLD)
                                : given)
                        .toList());
    }

    /** Whether both are of one type, and all keys of both told and equal but for blanks at the ends and case. */
    public boolean isSameProject(GivenFact other) {
        return type.equals(other.type)
                && !type.keys().isEmpty()
                && type.keys().stream()
                        .allMatch(key -> told(key).isPresent() && said(key).equals(other.said(key)));
    }

    private Optional<Object> said(Field field) {
        return told(field)
                .map(value -> value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : value);
    }

    /** What it keeps of a field, told or not. */
    Object kept(Field field) {
        return values.stream()
                .filter(given -> given.field().index() == field.index())
                .findFirst()
                .orElseThrow()
                .value();
    }

    private Optional<Object> told(Field field) {
        return values.stream()
                .filter(given -> given.field().index() == field.index() && given.isTold())
                .map(Given::value)
                .findFirst();
    }

    /** What the reader makes of it. */
    public Fact fact(String pointer, LocalDate asOf) {
        @Nullable Object[] told = new Object[type.fields().size()];
        values.stream()
                .filter(Given::isTold)
                .forEach(given -> told[given.field().index()] = given.value());
        return new Fact(type, pointer, asOf, Arrays.asList(told));
    }

    void writeMembers(JsonGenerator json) throws IOException {
        for (Given given : values) {
            if (given.telling() == Telling.NULL) {
                json.writeNullField(given.field().name());
            } else if (given.isTold()) {
                json.writeFieldName(given.field().name());
                write(json, given.value());
            }
        }
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Constant constant) {
            json.writeString(constant.name());
        } else {
            json.writeString(value.toString());
        }
    }
}
