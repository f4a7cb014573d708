package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions that never decide, since another one of the same rule, or its period, asks for more of the same field. A
 * condition that several rules take over is one only where that holds in each of them.
 */
final class ImpliedConditions {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ImpliedConditions.class);

    private ImpliedConditions() {}

    static Stream<LintFinding> of(RuleBook book) {
        Map<Condition, Optional<String>> known = new LinkedHashMap<>();
        for (Rule rule : book.rules()) {
            for (int i = 0; i < rule.conditions().size(); i++) {
                Optional<String> stronger = stronger(rule, i);
                known.merge(rule.conditions().get(i), stronger, (one, other) -> one.isPresent() ? other : one);
            }
        }
        return known.entrySet().stream().flatMap(condition -> condition.getValue().stream()
                .map(stronger -> LintFinding.of(
                        condition.getKey().place(),
                        LintCode.CONDITION_NEVER_DECIDES,
                        condition.getKey().source(),
                        TEXTS.text("implied", stronger))));
    }

    /** The other conditions of a rule, or its period, that make one of its conditions idle, as they are written. */
    private static Optional<String> stronger(Rule rule, int index) {
        List<FieldTest> idle = new ArrayList<>();
        for (Expression part : parts(rule.conditions().get(index).expression())) {
            Optional<FieldTest> test = FieldTest.of(part);
            if (test.isEmpty()) {
                return Optional.empty();
            }
            idle.add(test.get());
        }
        List<String> stronger = new ArrayList<>();
        for (FieldTest test : idle) {
            Optional<String> one = stronger(rule, index, test);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            one.filter(source -> !stronger.contains(source)).ifPresent(stronger::add);
        }
        return Optional.of(String.join(", ", stronger));
    }

    private static Optional<String> stronger(Rule rule, int index, FieldTest idle) {
        if (rule.inForce().stream().flatMap(part -> FieldTest.of(part).stream()).anyMatch(of -> of.implies(idle))) {
            return Optional.of(rule.period().toString());
        }
        for (int i = 0; i < rule.conditions().size(); i++) {
            Condition other = rule.conditions().get(i);
            // Of two that say the same, the rule's own comes first and is the one too many.
            boolean counts = i > index
                    ? implies(other, idle)
                    : i < index
                            && implies(other, idle)
                            && !isImplied(rule.conditions().get(index), other);
            if (counts) {
                return Optional.of(other.source());
            }
        }
        return Optional.empty();
    }

    private static boolean implies(Condition condition, FieldTest idle) {
        return parts(condition.expression()).stream()
                .flatMap(part -> FieldTest.of(part).stream())
                .anyMatch(test -> test.implies(idle));
    }

    /** Whether a condition asks at least for all that another one does. */
    private static boolean isImplied(Condition by, Condition other) {
        return parts(other.expression()).stream()
                .allMatch(part ->
                        FieldTest.of(part).filter(test -> implies(by, test)).isPresent());
    }

    /** The expressions that must all hold. */
    private static List<Expression> parts(Expression expression) {
        return expression instanceof Expression.Junction junction && junction.all()
                ? junction.parts().stream()
                        .flatMap(part -> parts(part).stream())
                        .toList()
                : List.of(expression);
    }
}
