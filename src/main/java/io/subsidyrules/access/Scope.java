package io.subsidyrules.access;

import java.util.Set;

/**
 * The part of the decisions that a reader may see.
 *
 * @param policies ids of policies; empty for all of them
 * @param divisions codes of GB/T 2260, each with all divisions below it; empty for all of them
 */
public record Scope(Set<String> policies, Set<String> divisions) {

    /** All of them. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        policies = Set.copyOf(policies);
        divisions = Set.copyOf(divisions);
    }

    /** Whether it is limited in no way. */
    public boolean isAll() {
        return policies.isEmpty() && divisions.isEmpty();
    }

    /** Whether sums of a policy may be seen. */
    public boolean hasPolicy(String policy) {
        return policies.isEmpty() || policies.contains(policy);
    }
}
