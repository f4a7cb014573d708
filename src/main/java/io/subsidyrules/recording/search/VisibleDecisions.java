package io.subsidyrules.recording.search;

import io.subsidyrules.access.Scope;
import io.subsidyrules.access.Visibility;
import io.subsidyrules.recording.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decisions that somebody may see, as a condition of SQL. */
final class VisibleDecisions {

    private static final String OWN =
            "exists (select from decision own where own.sequence = %1$s and own.caller = ? offset 0)";

    private static final String OF_DIVISIONS = "exists (select from decision_division placed"
            + " where placed.sequence = %1$s and placed.division = any (?) offset 0)";

    /** A decision that shows items of several policies can be seen by those alone who may see all of them. */
    private static final String OF_POLICIES = "exists (select from tag named join decision_tag tagged"
            + " on tagged.tag = named.id and tagged.sequence = %1$s"
            + " where named.policy = any (?) and named.item is null offset 0)"
            + " and not exists (select from tag named join decision_tag tagged"
            + " on tagged.tag = named.id and tagged.sequence = %1$s"
            + " where named.policy <> all (?) and named.item is null offset 0)";

    private final Visibility visible;

    VisibleDecisions(Visibility visible) {
        this.visible = visible;
    }

    /** Whether there can be none. */
    boolean isNone() {
        return visible.own().isEmpty() && visible.scope().isEmpty();
    }

    /** The caller whose own decisions are all that can be seen. */
    Optional<String> ownAlone() {
        return visible.scope().isEmpty() ? visible.own() : Optional.empty();
    }

    /** The divisions whose decisions are all that can be seen; empty if others can be too, or all. */
    Set<String> ofDivisionsAlone() {
        return visible.own().isPresent()
                ? Set.of()
                : visible.scope().map(Scope::divisions).orElse(Set.of());
    }

    /**
     * The condition, which begins with {@code and}; empty if every decision can be seen.
     *
     * @param sequence the expression that names the decision
     * @param parameters takes those of the condition
     */
    String condition(String sequence, List<@Nullable Object> parameters) {
        if (visible.isAll()) {
            return "";
        }
        List<String> ways = new ArrayList<>();
        visible.own().ifPresent(caller -> {
            ways.add(OWN.formatted(sequence));
            parameters.add(caller);
        });
        visible.scope().ifPresent(scope -> ways.add(within(scope, sequence, parameters)));
        return ways.isEmpty() ? " and false" : "\nand (" + String.join("\nor ", ways) + ")";
    }

    private static String within(Scope scope, String sequence, List<@Nullable Object> parameters) {
        List<String> all = new ArrayList<>();
        if (!scope.divisions().isEmpty()) {
            all.add(OF_DIVISIONS.formatted(sequence));
            parameters.add(texts(scope.divisions()));
        }
        if (!scope.policies().isEmpty()) {
            all.add(OF_POLICIES.formatted(sequence));
            parameters.add(texts(scope.policies()));
            parameters.add(texts(scope.policies()));
        }
        return "(" + String.join("\nand ", all) + ")";
    }

    private static Sql.Values texts(Set<String> texts) {
        return new Sql.Values("text", texts.stream().sorted().toList());
    }
}
