package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One comparison, list or test of a text in the rules, without "and" and "or". */
final class RuleTest {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RuleTest.class);

    private final Expression expression;
    private final Portrait portrait;
    private final Map<Variable, Operand> operands;
    private final boolean countsMembers;
    /** Said when it is first asked for: tables have thousands of rows. */
    private final Map<Boolean, ValueClass.Relation> said = new HashMap<>();

    private RuleTest(Expression expression, Portrait portrait, Map<Variable, Operand> operands, boolean countsMembers) {
        this.expression = expression;
        this.portrait = portrait;
        this.operands = operands;
        this.countsMembers = countsMembers;
    }

    static RuleTest of(Expression expression, Portrait portrait) {
        Map<Variable, Operand> operands = new LinkedHashMap<>();
        boolean counts = false;
        for (Operand operand : Variables.of(expression)) {
            if (operand instanceof Operand.FieldValue field) {
                operands.put(new Variable.OfField(field), field);
            } else if (operand instanceof Operand.AsOf) {
                operands.put(new Variable.Day(), operand);
            } else {
                counts = true;
            }
        }
        return new RuleTest(expression, portrait, operands, counts);
    }

    Expression expression() {
        return expression;
    }

    /** The facts that it reads. */
    Portrait portrait() {
        return portrait;
    }

    /** The variables that it reads, as its rulebook names them. */
    Map<Variable, Operand> operands() {
        return operands;
    }

    /** Whether it counts members of a list. */
    boolean countsMembers() {
        return countsMembers;
    }

    boolean reads(Variable variable) {
        return operands.containsKey(variable);
    }

    /** The variables that it reads beside one. */
    List<Variable> others(Variable variable) {
        List<Variable> others = new ArrayList<>(operands.keySet());
        others.remove(variable);
        return others;
    }

    /** The numbers and dates that it reads. */
    List<Variable> ordered() {
        return operands.keySet().stream().filter(Variable::isOrdered).toList();
    }

    /**
     * The same test, or its negation, as something that can be said of values. That a table has no row makes a test and
     * its negation false: of such a test it is said that it does not hold.
     */
    ValueClass.Relation relation(boolean holds) {
        return said.computeIfAbsent(holds, first -> say(holds));
    }

    private ValueClass.Relation say(boolean holds) {
        if (!holds && !ReadTables.of(expression).stream().allMatch(Operand.Lookup::complete)) {
            return new ValueClass.Relation(
                    List.of(false, WrittenForm.of(expression)),
                    expression,
                    TEXTS.text("notSo", Wording.of(expression)),
                    true,
                    Truth.FALSE);
        }
        Expression test = holds ? expression : expression.negated();
        return new ValueClass.Relation(
                WrittenForm.of(test), test, test.hasPattern() ? pattern(test) : Wording.of(test), !holds, Truth.TRUE);
    }

    /** A pattern is said as the rule writes it: no sentence can say it. */
    private static Text pattern(Expression expression) {
        Expression.TextTest test = (Expression.TextTest) expression;
        String pattern = ((TextProperty.Form) test.property()).pattern().pattern();
        return TEXTS.text(test.not() ? "matchesNot" : "matches", pattern);
    }

    /** The operand that a variable is; empty where it does not read it. */
    Optional<Operand> operand(Variable variable) {
        return Optional.ofNullable(operands.get(variable));
    }
}
