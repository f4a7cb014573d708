package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading of the facts of one request. Nothing that it returns may be used where it has given up. */
final class FactParser {

    /** The members of all lists of a request; the full reader takes as many of the claims, and of the applicant. */
    private static final int MOST_MEMBERS = 10_000;

    /** The value of a field that is null, until the whole fact has been read: the field cannot be there again. */
    private static final Object NULL = new Object();

    private final JsonBytes json;
    private int members;

    FactParser(JsonBytes json) {
        this.json = json;
    }

    /** The claim of a type that is next. */
    ClaimValues claim(FactForm form, String pointer) {
        @Nullable Object[] values = values(form, pointer);
        String id = String.valueOf(values[form.idAt()]);
        values[form.idAt()] = null;
        return new ClaimValues(id, new FactValues(form.type(), Arrays.asList(values)));
    }

    /** The applicant, or the member of a list, that is next. */
    FactValues fact(FactForm form, String pointer) {
        return new FactValues(form.type(), Arrays.asList(values(form, pointer)));
    }

    private @Nullable Object[] values(FactForm form, String pointer) {
        @Nullable Object[] values = new Object[form.size()];
        json.expect('{');
        if (!json.accept('}')) {
            int place = form.size();
            int types = 0;
            do {
                place = form.names().next(json, place);
                json.expect(':');
                if (place == form.size()) {
                    types++;
                    json.expect(form.quotedType());
                } else {
                    member(form, place, values, pointer);
                }
                place++;
            } while (json.accept(','));
            json.expect('}');
            json.giveUpIf(types > 1);
        }
        Arrays.asList(values).replaceAll(value -> value == NULL ? null : value);
        json.giveUpIf(!form.isComplete(values));
        return values;
    }

    private void member(FactForm form, int place, @Nullable Object[] values, String pointer) {
        if (json.hasGivenUp() || values[place] != null) {
            json.giveUp();
        } else {
            values[place] = json.acceptNull() ? NULL : value(form, place, pointer);
        }
    }

    private @Nullable Object value(FactForm form, int place, String pointer) {
        if (place == form.idAt()) {
            return FieldForm.name(json, Field.LONGEST_TEXT);
        }
        FieldForm field = form.field(place);
        FactForm list = form.list(place);
        return list == null ? field.value(json) : list(field, list, field.pointer(pointer));
    }

    private List<Fact> list(FieldForm field, FactForm form, String pointer) {
        List<Fact> list = new ArrayList<>();
        json.expect('[');
        if (!json.accept(']')) {
            do {
                String at = pointer + '/' + list.size();
                list.add(fact(form, at).member(at));
            } while (list.size() < Field.MOST_MEMBERS && json.accept(','));
            json.expect(']');
        }
        members += list.size();
        json.giveUpIf(members > MOST_MEMBERS || !field.isInRange(list.size()));
        return list;
    }
}
