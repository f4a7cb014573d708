package io.subsidyrules.engine.request.direct;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.engine.fact.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a fact, before the day of the evaluation is known.
 *
 * @param values by the index of the field; null if the field is unknown
 */
public record FactValues(FactType type, List<@Nullable Object> values) {

    /** The fact that is at a pointer. */
    public Fact on(LocalDate day, String pointer) {
        return new Fact(type, pointer, day, values);
    }

    /** The member of a list that is at a pointer. It is never asked for the day. */
    public Fact member(String pointer) {
        return on(LocalDate.EPOCH, pointer);
    }
}
