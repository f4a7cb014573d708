package io.subsidyrules.access;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A system or a person that calls.
 *
 * @param name the name under which its decisions are recorded; empty for one that has none
 * @param roles those that it has
 * @param scope the decisions that it may read as a reader
 */
public record Caller(String name, Set<String> roles, Scope scope) {

    /** The form of a name, in the header {@code X-Caller} too. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:/-]{0,99}");

    /** A caller without a credential, where credentials are asked for. */
    public static final Caller NOBODY = new Caller("", Set.of(), Scope.ALL);

    /** Whoever calls, where no credentials are asked for. */
    public static final Caller ANYBODY = new Caller("", Roles.ALL, Scope.ALL);

    private static final Set<String> SEE_ALL = Set.of(Roles.AUDITOR, Roles.ADMIN);

    private static final Set<String> SUM_ALL =
            Set.of(Roles.AUDITOR, Roles.ADMIN, Roles.RULES_EDITOR, Roles.RULES_APPROVER);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether it has one of some roles. */
    public boolean hasAny(Set<String> wanted) {
        return !Collections.disjoint(roles, wanted);
    }

    /** The decisions that it may see. */
    public Visibility visible() {
        if (hasAny(SEE_ALL)) {
            return Visibility.ALL;
        }
        return new Visibility(
                roles.contains(Roles.DECIDER) ? Optional.of(name) : Optional.empty(),
                roles.contains(Roles.READER) ? Optional.of(scope) : Optional.empty());
    }

    /** The policies and divisions whose sums it may see. */
    public Scope sums() {
        return hasAny(SUM_ALL) ? Scope.ALL : scope;
    }
}
