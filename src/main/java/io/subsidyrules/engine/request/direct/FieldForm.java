package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.TextRefusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of one value, with all that its reading needs made ready. Immutable. */
final class FieldForm {

    private final Field field;
    private final List<Constant> constants;
    private final QuotedNames names;
    private final int decimals;
    private final long least;
    private final long greatest;

    FieldForm(Field field) {
        this.field = field;
        this.constants = field.constants().map(type -> type.constants()).orElse(List.of());
        this.names = new QuotedNames(constants.stream().map(Constant::name).toList());
        this.decimals = field.decimals();
        Field.Range range = field.range().orElse(Field.Range.INT);
        this.least = units(range.min(), RoundingMode.CEILING);
        this.greatest =
                field.type() == ValueType.MEMBERS ? field.mostMembers() : units(range.max(), RoundingMode.FLOOR);
    }

    private long units(BigDecimal limit, RoundingMode inwards) {
        return limit.setScale(decimals, inwards).unscaledValue().longValueExact();
    }

    /** The value that is next; null if it gives up. */
    @Nullable
    Object value(JsonBytes json) {
        return switch (field.type()) {
            case TEXT -> text(json);
            case CONSTANT -> constant(json);
            case BOOLEAN -> json.bool();
            case DATE -> json.date();
            case INTEGER -> (int) number(json);
            case DECIMAL -> BigDecimal.valueOf(number(json), decimals);
            case MEMBERS -> throw new IllegalStateException("It is a list: %s.".formatted(field.name()));
        };
    }

    private @Nullable String text(JsonBytes json) {
        String text = seenText(json, Field.LONGEST_TEXT);
        json.giveUpIf(text != null && TextRefusal.of(field, text).isPresent());
        return text;
    }

    /** A text that any field could have; null if it gives up. */
    private static @Nullable String seenText(JsonBytes json, int longest) {
        String text = json.text();
        json.giveUpIf(text != null && TextRefusal.of(text, longest).isPresent());
        return text;
    }

    /** A name, which has a character at least; null if it gives up. */
    static @Nullable String name(JsonBytes json, int longest) {
        String name = seenText(json, longest);
        json.giveUpIf(name != null && name.isEmpty());
        return name;
    }

    private @Nullable Constant constant(JsonBytes json) {
        int index = names.next(json);
        return index < 0 ? null : constants.get(index);
    }

    private long number(JsonBytes json) {
        long number = json.number(decimals);
        json.giveUpIf(!isInRange(number));
        return number;
    }

    /** Whether it can have so many units, or a list so many members. */
    boolean isInRange(long number) {
        return number >= least && number <= greatest;
    }

    /** The pointer to it, from the one to its fact. */
    String pointer(String ofFact) {
        return ofFact + '/' + field.name();
    }
}
