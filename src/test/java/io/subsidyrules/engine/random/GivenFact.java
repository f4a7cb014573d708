package io.subsidyrules.engine.random;

import com.fasterxml.jackson.core.JsonGenerator;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a random request: a value for every field, and whether the request tells it. The value of a list is one of
 * such facts.
 */
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

    /**
     * The same fact, with what it keeps of these fields told.
     *
     * @param pointer its own
     * @param which fields, each with its pointer
     */
    GivenFact telling(String pointer, BiPredicate<String, Field> which) {
        return new GivenFact(
                type,
                values.stream()
                        .map(given ->
                                telling(given, pointer + "/" + given.field().name(), which))
                        .toList());
    }

    private static Given telling(Given given, String pointer, BiPredicate<String, Field> which) {
        Object value = given.value();
        if (given.field().type() == ValueType.MEMBERS) {
            List<GivenFact> members = members(value);
            value = IntStream.range(0, members.size())
                    .mapToObj(i -> members.get(i).telling(pointer + "/" + i, which))
                    .toList();
        }
        return new Given(given.field(), value, which.test(pointer, given.field()) ? Telling.TOLD : given.telling());
    }

    @SuppressWarnings("unchecked")
    private static List<GivenFact> members(Object list) {
        return (List<GivenFact>) list;
    }

    /** The pointers of what is not told of it, of the members of lists that are told too. */
    Stream<String> untold(String pointer) {
        return values.stream().flatMap(given -> {
            String at = pointer + "/" + given.field().name();
            if (!given.isTold()) {
                return Stream.of(at);
            }
            List<GivenFact> members = given.field().type() == ValueType.MEMBERS ? members(given.value()) : List.of();
            return IntStream.range(0, members.size()).boxed().flatMap(i -> members.get(i)
                    .untold(at + "/" + i));
        });
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

    /** Whether both are of one type, and their keys are told and look the same. */
    boolean looksLike(GivenFact other) {
        return type.equals(other.type)
                && !type.keys().isEmpty()
                && type.keys().stream()
                        .allMatch(key -> told(key).isPresent()
                                && told(key)
                                        .map(Values::look)
                                        .equals(other.told(key).map(Values::look)));
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
                .forEach(given -> told[given.field().index()] = given.field().type() == ValueType.MEMBERS
                        ? facts(
                                members(given.value()),
                                pointer + "/" + given.field().name(),
                                asOf)
                        : given.value());
        return new Fact(type, pointer, asOf, Arrays.asList(told));
    }

    private static List<Fact> facts(List<GivenFact> members, String list, LocalDate asOf) {
        return IntStream.range(0, members.size())
                .mapToObj(i -> members.get(i).fact(list + "/" + i, asOf))
                .toList();
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
        } else if (value instanceof List<?> members) {
            json.writeStartArray();
            for (GivenFact member : members(members)) {
                json.writeStartObject();
                member.writeMembers(json);
                json.writeEndObject();
            }
            json.writeEndArray();
        } else if (value instanceof Constant constant) {
            json.writeString(constant.name());
        } else {
            json.writeString(value.toString());
        }
    }
}
