package io.subsidyrules.engine;

import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The projects of earlier claims, of which a changed claim must not become a repeat.
 *
 * @param earlier the claims before the changed one in its request
 */
record TakenKeys(List<Fact> earlier) {

    /** Whether the variable is a field that tells projects apart. */
    static boolean isKey(Operand variable) {
        return variable instanceof Operand.FieldValue value
                && value.of().isClaim()
                && value.field().key() != Field.Key.NONE;
    }

    /** The variables with the keys behind all others. */
    static List<Operand> last(List<Operand> variables) {
        return variables.stream().sorted(Comparator.comparing(TakenKeys::isKey)).toList();
    }

    /** The values of a key with which the claim, all else of it being as it is, repeats no earlier one. */
    ValueSet without(Operand.FieldValue key, ValueSet values, Fact claim) {
        return without(key, values, (other, value) -> value.equals(claim.value(other)));
    }

    /** The choices with which the claim repeats no earlier one, whatever is chosen; the last key that can gives way. */
    Optional<List<Changes.Choice>> without(List<Changes.Choice> choices, Fact claim) {
        Map<Field, ValueSet> keys = new HashMap<>();
        for (Changes.Choice choice : choices) {
            if (isKey(choice.variable())) {
                keys.put(((Operand.FieldValue) choice.variable()).field(), choice.values());
            }
        }
        if (keys.size() < 2) {
            return Optional.of(choices);
        }
        BiPredicate<Field, Object> canBe = (other, value) -> {
            ValueSet chosen = keys.get(other);
            return chosen == null ? value.equals(claim.value(other)) : chosen.contains(value);
        };
        for (int i = choices.size() - 1; i >= 0; i--) {
            Changes.Choice choice = choices.get(i);
            if (isKey(choice.variable())) {
                ValueSet left = without((Operand.FieldValue) choice.variable(), choice.values(), canBe);
                if (!left.isEmpty()) {
                    List<Changes.Choice> apart = new ArrayList<>(choices);
                    apart.set(i, new Changes.Choice(choice.variable(), left));
                    return Optional.of(apart);
                }
            }
        }
        return Optional.empty();
    }

    /** @param canBe whether another key of the claim can be what it is in the earlier one */
    private ValueSet without(Operand.FieldValue key, ValueSet values, BiPredicate<Field, Object> canBe) {
        ValueSet left = values;
        for (Fact claim : earlier) {
            Object taken = claim.type().equals(key.of()) ? claim.value(key.field()) : null;
            if (taken != null && left.contains(taken) && canBeAllElse(key, claim, canBe)) {
                left = left.without(taken);
            }
        }
        return left;
    }

    private static boolean canBeAllElse(Operand.FieldValue key, Fact claim, BiPredicate<Field, Object> canBe) {
        return key.of().keys().stream()
                .filter(other -> other.index() != key.field().index())
                .allMatch(other -> {
                    Object value = claim.value(other);
                    return value != null && canBe.test(other, value);
                });
    }
}
