package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Constants that are assumed for unknown key fields of a claim. A limit that counts each kind by itself leaves a claim
 * of an unknown kind what it leaves one of them, and not what it would leave a kind that nobody has yet.
 *
 * @param values by the key field
 */
public record AssumedKeys(Map<Field, Object> values) {

    /** Nothing is assumed. */
    static final AssumedKeys NONE = new AssumedKeys(Map.of());

    /** Where more constants can be put together, none are assumed: then more may be at stake than can be had. */
    private static final int MOST = 64;

    public AssumedKeys {
        values = Map.copyOf(values);
    }

    /** The value of a key field: the one of the claim, or the one that is assumed; null if there is neither. */
    @Nullable
    Object value(Fact claim, Field key) {
        Object known = claim.value(key);
        return known == null ? values.get(key) : known;
    }

    /** All that can be assumed of some keys; one that assumes nothing where none of them has constants. */
    public static List<AssumedKeys> of(List<Field> keys) {
        List<AssumedKeys> all = List.of(NONE);
        for (Field key : keys) {
            List<AssumedKeys> more = new ArrayList<>();
            for (AssumedKeys one : all) {
                constants(key).forEach(value -> more.add(one.and(key, value)));
            }
            if (more.size() > MOST) {
                return List.of(NONE);
            }
            all = more.isEmpty() ? all : more;
        }
        return all;
    }

    private AssumedKeys and(Field key, Object value) {
        Map<Field, Object> more = new HashMap<>(values);
        more.put(key, value);
        return new AssumedKeys(more);
    }

    private static List<Object> constants(Field key) {
        return key.type() == ValueType.BOOLEAN
                ? List.of(true, false)
                : key.constants()
                        .map(EnumType::constants)
                        .<List<Object>>map(ArrayList::new)
                        .orElse(List.of());
    }
}
