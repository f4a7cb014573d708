package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The applicant or a claim of one request, with the rules that have fired for it. Used by one thread. */
public final class Fact {

    private final FactType type;
    private final String pointer;
    private final LocalDate asOf;
    private final List<@Nullable Object> values;
    private Map<Integer, Object> looks = Map.of();
    private List<Rule> fired = List.of();
    private Map<AwardChoice, Boolean> awarded = Map.of();

    /**
     * A fact.
     *
     * @param pointer its JSON pointer in the request
     * @param values by the index of the field; null if the field is unknown
     */
    public Fact(FactType type, String pointer, LocalDate asOf, List<@Nullable Object> values) {
        this.type = type;
        this.pointer = pointer;
        this.asOf = asOf;
        this.values = values;
    }

    public FactType type() {
        return type;
    }

    public LocalDate asOf() {
        return asOf;
    }

    @Nullable
    public Object value(Field field) {
        return values.get(field.index());
    }

    /** The look of a key's value, as {@link Values#look} says; null if the field is unknown. */
    @Nullable
    public Object look(Field key) {
        Object value = value(key);
        if (value == null) {
            return null;
        }
        if (looks.isEmpty()) {
            looks = new HashMap<>(4);
        }
        return looks.computeIfAbsent(key.index(), index -> Values.look(value));
    }

    /** The same fact with another value of a field, before any rule fired. */
    Fact with(Field field, Object value) {
        List<@Nullable Object> changed = new ArrayList<>(values);
        changed.set(field.index(), value);
        return new Fact(type, pointer, asOf, changed).withAwards(awarded);
    }

    /** The same fact without the fields at some pointers, before any rule fired. */
    Fact without(Set<String> pointers) {
        List<@Nullable Object> changed = new ArrayList<>(values);
        type.fields().stream()
                .filter(field -> pointers.contains(pointerOf(field)))
                .forEach(field -> changed.set(field.index(), null));
        return new Fact(type, pointer, asOf, changed).withAwards(awarded);
    }

    /** The same fact on another day, before any rule fired. */
    Fact on(LocalDate day) {
        return new Fact(type, pointer, day, values).withAwards(awarded);
    }

    private Fact withAwards(Map<AwardChoice, Boolean> known) {
        awarded = known;
        return this;
    }

    /** Takes in whether awards of a choice are recorded, of the applicant or for the claim's project. */
    public void award(AwardChoice choice, boolean any) {
        if (awarded.isEmpty()) {
            awarded = new HashMap<>();
        }
        awarded.put(choice, any);
    }

    /** Whether awards of a choice are recorded; unknown where that was not looked up. */
    Truth awarded(AwardChoice choice) {
        Boolean any = awarded.get(choice);
        return any == null ? Truth.UNKNOWN : Truth.of(any);
    }

    /** The fields that are known, in the order of the declare. */
    public List<KnownField> known() {
        List<KnownField> known = new ArrayList<>(values.size());
        for (Field field : type.fields()) {
            Object value = value(field);
            if (value != null) {
                known.add(new KnownField(field, value));
            }
        }
        return known;
    }

    /** The value of the field of that name as JSON or a text writes it. */
    public Optional<String> text(String field) {
        return type.field(field)
                .flatMap(known -> Optional.ofNullable(value(known)))
                .map(Values::text);
    }

    /** Adds the field by its pointer where it is unknown. */
    public void addIfUnknown(Field field, Map<String, Field> unknown) {
        if (value(field) == null) {
            unknown.put(pointerOf(field), field);
        }
    }

    public String pointer() {
        return pointer;
    }

    public String pointerOf(Field field) {
        return pointer + "/" + field.name();
    }

    public void fire(Rule rule) {
        if (fired.isEmpty()) {
            fired = new ArrayList<>(2);
        }
        fired.add(rule);
    }

    public boolean hasFired(Rule rule) {
        return fired.contains(rule);
    }
}
