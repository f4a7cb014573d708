package io.subsidyrules.dialect.model;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A declared type of facts: the applicant, a type of claim, or a type of the members that one of these has lists of.
 *
 * @param folder the policy that declares it, or {@code vocabulary}
 * @param decides the field whose day decides for the rules on it, where they name no other
 * @param fields in the order of the file, those of the base first; each field's index is its position here
 */
public record FactType(
        String name, String folder, Kind kind, Text title, Optional<String> decides, List<Field> fields, Place place) {

    /** The part of a request that facts of the type are. */
    public enum Kind {
        APPLICANT,
        CLAIM,
        /** One of a list of the applicant or of a claim: a worker, a child. */
        MEMBER
    }

    public FactType {
        fields = List.copyOf(fields);
    }

    /** Whether its facts are claims. */
    public boolean isClaim() {
        return kind == Kind.CLAIM;
    }

    /** Whether its facts are members of others. */
    public boolean isMember() {
        return kind == Kind.MEMBER;
    }

    public Optional<Field> field(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    public List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    /** The fields that identify the project. */
    public List<Field> keys() {
        List<Field> keys = new ArrayList<>(2);
        for (Field field : fields) {
            if (field.key() != Field.Key.NONE) {
                keys.add(field);
            }
        }
        return keys;
    }

    /** Type names are unique over all policies, so the name is the type. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactType type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
