package io.subsidyrules.access;

import java.util.Optional;

/**
 * The decisions that a caller may see: its own, and those of a scope. Others are for it as if they were not there.
 *
 * @param own the caller whose own decisions may be seen; empty if none for that reason
 * @param scope the part of all decisions that may be seen; empty if none for that reason
 */
public record Visibility(Optional<String> own, Optional<Scope> scope) {

    /** Every decision. */
    public static final Visibility ALL = new Visibility(Optional.empty(), Optional.of(Scope.ALL));

    /** Whether every decision may be seen. */
    public boolean isAll() {
        return scope.filter(Scope::isAll).isPresent();
    }
}
