package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.values.ValueSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The projects of earlier claims, of which a changed claim must not become a repeat, nor be taken for one.
 *
 * @param earlier the claims before the changed one in its request
 */
record TakenProjects(List<Fact> earlier) {

    /** Whether the variable is a field that tells projects apart. */
    static boolean isKey(Operand variable) {
        return variable instanceof Operand.FieldValue value
                && value.of().isClaim()
                && value.field().key() != Field.Key.NONE;
    }

    /** The variables with the keys behind all others. */
    static List<Operand> last(List<Operand> variables) {
        return variables.stream()
                .sorted(Comparator.comparing(TakenProjects::isKey))
                .toList();
    }

    /** The values of a key with which the claim, all else of it being as it is, is taken for no earlier one. */
    ValueSet without(Operand.FieldValue key, ValueSet values, Fact claim) {
        return without(key, values, (other, taken) -> isLike(other, taken, claim));
    }

    private static boolean isLike(Field key, Fact one, Fact other) {
        Object look = one.look(key);
        return look != null && look.equals(other.look(key));
    }

    /**
     * The choices with which the claim is taken for no earlier one, whatever is chosen; the last key that can gives
     * way.
     */
    Optional<List<Choice>> without(List<Choice> choices, Fact claim) {
        Map<Field, ValueSet> keys = new HashMap<>();
        for (Choice choice : choices) {
            if (isKey(choice.variable())) {
                keys.put(((Operand.FieldValue) choice.variable()).field(), choice.values());
            }
        }
        if (keys.size() < 2) {
            return Optional.of(choices);
        }
        BiPredicate<Field, Fact> canBe = (other, taken) -> {
            ValueSet chosen = keys.get(other);
            Object value = taken.value(other);
            Object look = taken.look(other);
            if (chosen == null || value == null || look == null) {
                return isLike(other, taken, claim);
            }
            return chosen.mayLookLike(value, look);
        };
        for (int i = choices.size() - 1; i >= 0; i--) {
            Choice choice = choices.get(i);
            if (isKey(choice.variable())) {
                ValueSet left = without((Operand.FieldValue) choice.variable(), choice.values(), canBe);
                if (!left.isEmpty()) {
                    List<Choice> apart = new ArrayList<>(choices);
                    apart.set(i, new Choice(choice.variable(), left));
                    return Optional.of(apart);
                }
            }
        }
        return Optional.empty();
    }

    /** @param canBe whether another key of the claim can look as it does in the earlier one */
    private ValueSet without(Operand.FieldValue key, ValueSet values, BiPredicate<Field, Fact> canBe) {
        Map<Object, Object> taken = new LinkedHashMap<>();
        for (Fact claim : earlier) {
            boolean ofType = claim.type().equals(key.of());
            Object value = ofType ? claim.value(key.field()) : null;
            Object look = ofType ? claim.look(key.field()) : null;
            if (value != null && look != null && canBeAllElse(key, claim, canBe)) {
                taken.putIfAbsent(look, value);
            }
        }
        return taken.isEmpty() ? values : values.without(taken);
    }

    private static boolean canBeAllElse(Operand.FieldValue key, Fact claim, BiPredicate<Field, Fact> canBe) {
        return key.of().keys().stream()
                .filter(other -> other.index() != key.field().index())
                .allMatch(other -> claim.value(other) != null && canBe.test(other, claim));
    }
}
