package io.subsidyrules.engine.project;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The recorded awards that a limit has to know of before it can say what is left.
 *
 * @param scope whose awards
 * @param items of which items, at least one
 * @param since the first day of the decisions that count; empty where all do, however old
 */
public record AwardQuery(Scope scope, Set<Item> items, Optional<LocalDate> since) {

    public AwardQuery {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("The query for %s asks for no item.".formatted(scope));
        }
        items = Set.copyOf(items);
    }

    /** An item by its policy folder and its id there. */
    public record Item(String policy, String id) {}

    /** Whose awards a limit counts together. */
    public sealed interface Scope {}

    /** Those of one applicant. */
    public record OfApplicant(String id) implements Scope {}

    /**
     * Those for one project, whoever has them and whatever the type of the claim.
     *
     * @param keys the values of the claim's key fields by the fields' names, a constant by its name; texts compare
     *     in their canonical form
     */
    public record OfProject(Map<String, Object> keys) implements Scope {
        public OfProject {
            keys = Map.copyOf(keys);
        }
    }

    /**
     * Those of all applicants that have a value in common.
     *
     * @param field the name of a field of the applicant
     * @param value a constant by its name; a text compares in its canonical form
     */
    public record OfGroup(String field, Object value) implements Scope {}
}
