package io.subsidyrules.engine.project;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.writing.CanonicalForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The thing that a claim is for, which is paid for once. Two claims are for the same project where the canonical forms
 * of their projects are equal, however each is written; where only their look-alike forms are, a person has to look.
 *
 * @param type the name of the claim type
 * @param applicant the id of the applicant, where the keys of the type tell projects of one applicant apart; empty
 *     where they tell them apart whoever applies
 * @param keys the values of the key fields by the fields' names, at least one
 */
public record Project(String type, Optional<String> applicant, Map<String, Object> keys) {

    public Project {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("The project of the type %s has no keys.".formatted(type));
        }
        keys = Map.copyOf(keys);
    }

    /**
     * The project of a claim, for comparison with claims of the same request; empty if a key is unknown or the type has
     * none.
     */
    public static Optional<Project> withinRequest(Fact claim) {
        Map<String, Object> values = new HashMap<>();
        for (Field key : claim.type().keys()) {
            Object value = claim.value(key);
            if (value == null) {
                return Optional.empty();
            }
            values.put(key.name(), value);
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Project(claim.type().name(), Optional.empty(), values));
    }

    Project of(String owner) {
        return new Project(type, Optional.of(owner), keys);
    }

    /** The same project with all of its texts in their canonical form. */
    public Project canonical() {
        return with(Values::canonical);
    }

    /** The keys in their look-alike form, which the project has in common with those that look like it. */
    public Project lookAlike() {
        return with(Values::look);
    }

    private Project with(UnaryOperator<Object> form) {
        Map<String, Object> formed = new HashMap<>();
        keys.forEach((name, value) -> formed.put(name, form.apply(value)));
        return new Project(type, applicant.map(CanonicalForm::of), formed);
    }
}
