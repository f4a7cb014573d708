package io.subsidyrules.engine;

import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds the smallest sets of facts that would have to be otherwise for an item to hold: those with the fewest fields first,
 * then those that gain most. Each part of what the item asks for is solved by itself; the solutions are put together.
 */
final class Changes {

    private static final int MOST = 3;

    /** More fields of one part than these are not tried; a condition of its own is a part of its own. */
    private static final int MOST_FIELDS_OF_A_PART = 4;

    /** Comparisons solved for one item; what takes more is given up. */
    private static final int EFFORT = 20_000;

    private static final Comparator<Change> ORDER = Comparator.<Change, Integer>comparing(
                    change -> change.fields().size())
            .thenComparing(Change::gain, Comparator.reverseOrder())
            .thenComparing(change ->
                    change.fields().stream().filter(fact -> !fact.changeable()).count());

    private final JudgedRule rule;
    private final Setting setting;
    private final List<Fact> earlier;
    private final Gain gain;
    private int effort = EFFORT;

    private Changes(JudgedRule rule, Setting setting, List<Fact> earlier) {
        this.rule = rule;
        this.setting = setting;
        this.earlier = earlier;
        this.gain = new Gain(rule.rule(), setting);
    }

    /**
     * At most three sets; none where no way was found.
     *
     * @param rule one that is false
     * @param earlier the claims before this one in the request, which it must not come to repeat
     */
    static List<Change> of(JudgedRule rule, Setting setting, List<Fact> earlier) {
        return new Changes(rule, setting, earlier).find();
    }

    /** A variable and the values for which a part holds, any of them. */
    record Choice(Operand variable, ValueSet values) {}

    private List<Change> find() {
        List<List<Choice>> options = List.of(List.of());
        for (Goal.Part part : rule.goal().parts()) {
            if (!part.holds(setting)) {
                options = best(joined(options, solve(part)).stream()
                        .flatMap(joined -> withoutRepeats(joined).stream())
                        .toList());
            }
        }
        return options.stream().map(gain::change).toList();
    }

    private static List<List<Choice>> joined(List<List<Choice>> options, List<List<Choice>> more) {
        List<List<Choice>> joined = new ArrayList<>();
        for (List<Choice> one : options) {
            for (List<Choice> other : more) {
                List<Choice> both = new ArrayList<>(one);
                both.addAll(other);
                joined.add(both);
            }
        }
        return joined;
    }

    private List<List<Choice>> best(List<List<Choice>> options) {
        List<List<Choice>> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(gain::change, ORDER));
        return sorted.subList(0, Math.min(MOST, sorted.size()));
    }

    /** The ways to make a part hold, of which none contains another. */
    private List<List<Choice>> solve(Goal.Part part) {
        List<Operand> variables =
                part.variables().stream().filter(Changes::canBeOtherwise).toList();
        List<List<Choice>> found = new ArrayList<>();
        int most = Math.min(MOST_FIELDS_OF_A_PART, variables.size());
        for (int size = 1; size <= most && found.size() < MOST; size++) {
            for (List<Operand> chosen : new Subsets<>(variables, size)) {
                if (effort <= 0) {
                    break;
                }
                if (found.stream().noneMatch(known -> isWithin(known, chosen))) {
                    solve(keysLast(chosen), setting, part).ifPresent(found::add);
                }
            }
        }
        return best(found);
    }

    private static boolean isWithin(List<Choice> known, List<Operand> chosen) {
        return known.stream().allMatch(choice -> chosen.contains(choice.variable()));
    }

    /** The caller's ids and codes that identify an applicant name what is claimed, and by whom; they are no facts of it. */
    private static boolean canBeOtherwise(Operand variable) {
        return !(variable instanceof Operand.FieldValue value)
                || !(value.field().creditCode()
                        || (value.of().isClaim() && value.field().name().equals("id")));
    }

    private static List<Operand> keysLast(List<Operand> variables) {
        return variables.stream().sorted(Comparator.comparing(Changes::isKey)).toList();
    }

    private static boolean isKey(Operand variable) {
        return variable instanceof Operand.FieldValue value
                && value.of().isClaim()
                && value.field().key() != Field.Key.NONE;
    }

    /** All variables but the last are tried with single values, for the last one all values are worked out. */
    private Optional<List<Choice>> solve(List<Operand> chosen, Setting tried, Goal.Part part) {
        Operand variable = chosen.get(0);
        if (chosen.size() == 1) {
            ValueSet values = solution(variable, tried, part);
            return values.isEmpty() ? Optional.empty() : Optional.of(List.of(new Choice(variable, values)));
        }
        for (Object candidate : new Candidates(variable, tried, part).values()) {
            if (effort <= 0) {
                break;
            }
            if (candidate.equals(setting.value(variable))) {
                continue;
            }
            Optional<List<Choice>> rest =
                    solve(chosen.subList(1, chosen.size()), tried.with(variable, candidate), part);
            if (rest.isPresent()) {
                List<Choice> all = new ArrayList<>();
                all.add(new Choice(variable, only(variable, candidate)));
                all.addAll(rest.get());
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    private static ValueSet only(Operand variable, Object value) {
        return switch (variable.type()) {
            case CONSTANT, BOOLEAN -> new ValueSet.Choices(List.of(value));
            case INTEGER, DECIMAL, DATE -> Intervals.of(Scale.of(variable), value);
            case TEXT -> Texts.among(((Operand.FieldValue) variable).field(), Set.of((String) value), false);
        };
    }

    private ValueSet solution(Operand variable, Setting tried, Goal.Part part) {
        ValueSet values = ValueSet.all(variable);
        for (Expression expression : part.expressions()) {
            effort -= expression.size();
            values = values.and(Solution.of(expression, variable, tried));
        }
        return isKey(variable)
                ? withoutRepeats(
                        (Operand.FieldValue) variable,
                        values,
                        (key, value) -> value.equals(tried.claim().value(key)))
                : values;
    }

    /** The choices with which the claim comes to repeat no earlier one; the last key that can gives way. */
    private Optional<List<Choice>> withoutRepeats(List<Choice> choices) {
        Map<Field, ValueSet> keys = new LinkedHashMap<>();
        for (Choice choice : choices) {
            if (isKey(choice.variable())) {
                keys.put(((Operand.FieldValue) choice.variable()).field(), choice.values());
            }
        }
        if (keys.size() < 2) {
            return Optional.of(choices);
        }
        for (int i = choices.size() - 1; i >= 0; i--) {
            Choice choice = choices.get(i);
            if (isKey(choice.variable())) {
                ValueSet left =
                        withoutRepeats((Operand.FieldValue) choice.variable(), choice.values(), (key, value) -> {
                            ValueSet others = keys.get(key);
                            return others == null ? value.equals(setting.claim().value(key)) : others.contains(value);
                        });
                if (!left.isEmpty()) {
                    List<Choice> apart = new ArrayList<>(choices);
                    apart.set(i, new Choice(choice.variable(), left));
                    return Optional.of(apart);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The values with which the claim does not come to repeat an earlier one.
     *
     * @param canBe whether another key of the claim can be what it is in the earlier one
     */
    private ValueSet withoutRepeats(Operand.FieldValue key, ValueSet values, BiPredicate<Field, Object> canBe) {
        List<Field> others = key.of().keys().stream()
                .filter(field -> field.index() != key.field().index())
                .toList();
        ValueSet left = values;
        for (Fact claim : earlier) {
            Object taken = claim.type().equals(key.of()) ? claim.value(key.field()) : null;
            if (taken != null
                    && left.contains(taken)
                    && others.stream().allMatch(other -> {
                        Object value = claim.value(other);
                        return value != null && canBe.test(other, value);
                    })) {
                left = left.without(taken);
            }
        }
        return left;
    }
}
