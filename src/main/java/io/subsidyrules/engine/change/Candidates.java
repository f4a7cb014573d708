package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.rule.Requirements;
import io.subsidyrules.engine.values.ExampleText;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.TextAlternative;
import io.subsidyrules.engine.values.TextSet;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of a variable, those nearest to its present value first, that are worth trying where other variables change
 * too: one on each side of every limit at which one of the expressions changes its mind, the ends of the scale, and
 * what other variables of the type are.
 */
final class Candidates {

    private static final int MOST = 24;

    private final Operand variable;
    private final Facts facts;
    private final Requirements.Part part;

    Candidates(Operand variable, Facts facts, Requirements.Part part) {
        this.variable = variable;
        this.facts = facts;
        this.part = part;
    }

    List<Object> values() {
        ValueSet all = ValueSets.all(variable);
        List<Object> values;
        if (all instanceof ValueSet.Choices choices) {
            values = List.copyOf(choices.values());
        } else if (all instanceof NumberSet intervals) {
            values = ordered(intervals.scale());
        } else {
            values = texts(((Operand.FieldValue) variable));
        }
        return values.subList(0, Math.min(MOST, values.size()));
    }

    private List<Object> ordered(Scale scale) {
        Set<BigInteger> steps = new LinkedHashSet<>();
        for (Expression atom : atoms()) {
            for (NumberSet.Interval one : ((NumberSet) ValueSolver.of(atom, variable, facts)).intervals()) {
                steps.addAll(List.of(
                        one.from(),
                        one.to(),
                        one.from().subtract(BigInteger.ONE),
                        one.to().add(BigInteger.ONE)));
            }
        }
        for (Operand other : part.variables()) {
            Object value = other.type() == variable.type() ? facts.value(other) : null;
            if (value != null) {
                steps.add(scale.step(value));
            }
        }
        steps.addAll(List.of(scale.min(), scale.max()));
        List<BigInteger> possible = new ArrayList<>(steps);
        possible.removeIf(step -> step.compareTo(scale.min()) < 0 || step.compareTo(scale.max()) > 0);
        Object actual = facts.value(variable);
        if (actual != null) {
            BigInteger present = scale.step(actual);
            possible.sort(Comparator.comparing(step -> step.subtract(present).abs()));
        }
        return possible.stream().map(scale::value).toList();
    }

    private List<Object> texts(Operand.FieldValue field) {
        Set<Object> texts = new LinkedHashSet<>();
        for (Expression atom : atoms()) {
            for (TextAlternative one : ((TextSet) ValueSolver.of(atom, variable, facts)).alternatives()) {
                one.among().ifPresent(among -> among.stream()
                        .filter(text -> ExampleText.isPossible(field.field(), text))
                        .forEach(texts::add));
                ExampleText.of(field.field(), one).ifPresent(texts::add);
            }
        }
        for (Operand other : part.variables()) {
            if (facts.value(other) instanceof String text && ExampleText.isPossible(field.field(), text)) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The comparisons of the variable, each by itself. */
    private List<Expression> atoms() {
        List<Expression> atoms = new ArrayList<>();
        part.expressions().forEach(expression -> add(expression, atoms));
        return atoms;
    }

    private void add(Expression expression, List<Expression> atoms) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(one -> add(one, atoms));
        } else if (Variables.of(expression).contains(variable)) {
            atoms.add(expression);
        }
    }
}
