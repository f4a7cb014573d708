package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of facts with all that its reading needs made ready. Each member of the JSON object has a place: that of a
 * field is its index, and the type of a claim is behind all fields. Immutable.
 */
final class FactForm {

    static final String TYPE = "type";

    static final String ID = "id";

    private final FactType type;
    private final byte[] quotedType;
    private final QuotedNames names;
    private final FieldForm[] fields;
    private final @Nullable FactForm[] lists;
    private final int[] required;
    private final int idAt;

    FactForm(FactType type, Vocabulary vocabulary) {
        List<Field> declared = type.fields();
        List<String> placed = new ArrayList<>(type.fieldNames());
        this.idAt = type.isClaim() ? placed.indexOf(ID) : -1;
        if (type.isClaim()) {
            placed.add(TYPE);
        }
        this.type = type;
        this.quotedType = QuotedNames.quoted(type.name());
        this.names = new QuotedNames(placed);
        this.fields = declared.stream().map(FieldForm::new).toArray(FieldForm[]::new);
        this.lists = declared.stream()
                .map(field -> field.type() == ValueType.MEMBERS
                        ? new FactForm(vocabulary.membersOf(field), vocabulary)
                        : null)
                .toArray(FactForm[]::new);
        this.required = declared.stream()
                .filter(field -> field.required() || field.index() == idAt)
                .mapToInt(Field::index)
                .toArray();
    }

    FactType type() {
        return type;
    }

    /** The type's name in quotes. */
    byte[] quotedType() {
        return quotedType;
    }

    /** The names of the members, by their places. */
    QuotedNames names() {
        return names;
    }

    /** The number of fields; the place of a claim's type. */
    int size() {
        return fields.length;
    }

    FieldForm field(int place) {
        return fields[place];
    }

    /** The form of the members of a list; null if the field is not a list. */
    @Nullable
    FactForm list(int place) {
        return lists[place];
    }

    /** The place of a claim's id; negative where no field is declared for it, and of other facts. */
    int idAt() {
        return idAt;
    }

    /** Whether there is a value wherever one is required. */
    boolean isComplete(@Nullable Object[] values) {
        for (int place : required) {
            if (values[place] == null) {
                return false;
            }
        }
        return true;
    }
}
