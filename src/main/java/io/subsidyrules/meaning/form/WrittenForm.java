package io.subsidyrules.meaning.form;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.TextProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules and limits as nested lists and sets that are equal where they say the same: without places, titles, readings
 * and the order of conditions. "And" and "or" are the same in any order, also where a truth is unknown, and several
 * conditions are one that joins them. Numbers are equal however many zeros they end with.
 */
public final class WrittenForm implements Expression.Cases<Object> {

    private static final OperandForm OPERANDS = new OperandForm(WrittenForm::conditions);
    private static final FormulaForm FORMULAS = new FormulaForm(OPERANDS);
    private static final WrittenForm FORM = new WrittenForm();

    private WrittenForm() {}

    /** The rules of an item. */
    public static Object of(Collection<Rule> rules) {
        return new HashSet<>(rules.stream().map(WrittenForm::of).toList());
    }

    private static Object of(Rule rule) {
        return List.of(
                rule.period(),
                rule.decides().map(OPERANDS::of),
                conditions(rule.conditions()),
                rule.outcome(),
                rule.currency(),
                rule.amount().map(WrittenForm::of));
    }

    /** An amount: a share of a field and the same as a formula are not told apart. */
    public static Object of(Amount amount) {
        if (amount instanceof Amount.Fixed fixed) {
            return List.of("fixed", OperandForm.plain(fixed.yuan().amount()));
        }
        if (amount instanceof Amount.Share share) {
            return List.of(
                    "formula",
                    FORMULAS.of(share.formula()),
                    OperandForm.plain(share.ceiling().amount()),
                    true);
        }
        Amount.Composed composed = (Amount.Composed) amount;
        return List.of(
                "formula",
                FORMULAS.of(composed.formula()),
                OperandForm.plain(composed.ceiling().amount()),
                composed.bounded());
    }

    /** A limit over several awards; what the awards are chosen by does not count, but which they are. */
    public static Object of(Limit limit) {
        return List.of(
                limit.period(),
                conditions(limit.conditions()),
                limit.awards().items(),
                limit.awards().window(),
                Set.copyOf(limit.awards().same()),
                OPERANDS.scope(limit.awards().scope()),
                of(limit.ceiling()));
    }

    private static Object of(Ceiling ceiling) {
        Object number = ceiling.number()
                .<Object>map(bound -> bound instanceof Ceiling.OfField field
                        ? OPERANDS.of(field.field())
                        : OperandForm.plain(((Ceiling.Fixed) bound).value()))
                .orElse("");
        Object kind = ceiling instanceof Ceiling.Sum sum
                ? sum.orNothing()
                : ceiling instanceof Ceiling.Highest highest ? highest.toppingUp() : "";
        return List.of(ceiling.getClass().getSimpleName(), number, kind);
    }

    /** The conditions of a rule as one set. */
    private static Object conditions(List<Condition> conditions) {
        return new HashSet<>(conditions.stream()
                .map(Condition::expression)
                .flatMap(expression -> joined(expression, true))
                .map(WrittenForm::of)
                .toList());
    }

    /** An expression. */
    public static Object of(Expression expression) {
        return expression.match(FORM);
    }

    /** The parts of a junction, those of its own junctions of the same kind among them; else the expression alone. */
    private static Stream<Expression> joined(Expression expression, boolean all) {
        return expression instanceof Expression.Junction junction && junction.all() == all
                ? junction.parts().stream().flatMap(part -> joined(part, all))
                : Stream.of(expression);
    }

    @Override
    public Object comparison(Expression.Comparison comparison) {
        return comparison.left() instanceof Operand.Literal && !(comparison.right() instanceof Operand.Literal)
                ? compared(comparison.right(), comparison.operator().mirrored(), comparison.left())
                : compared(comparison.left(), comparison.operator(), comparison.right());
    }

    private static Object compared(Operand left, Object operator, Operand right) {
        return List.of(OPERANDS.of(left), operator, OPERANDS.of(right));
    }

    @Override
    public Object membership(Expression.Membership membership) {
        List<Object> members = new ArrayList<>();
        membership.members().forEach(member -> members.add(OPERANDS.of(member)));
        return List.of(OPERANDS.of(membership.left()), membership.not(), new HashSet<>(members));
    }

    @Override
    public Object listed(Expression.Listed listed) {
        return List.of(
                OPERANDS.of(listed.left()),
                listed.not(),
                OperandForm.plain(listed.list().values()));
    }

    @Override
    public Object text(Expression.TextTest test) {
        Object property = test.property() instanceof TextProperty.Form form
                ? form.pattern().pattern()
                : test.property();
        return List.of(OPERANDS.of(test.left()), test.not(), property);
    }

    @Override
    public Object junction(Expression.Junction junction) {
        Set<Object> parts = new HashSet<>(
                joined(junction, junction.all()).map(WrittenForm::of).toList());
        return parts.size() == 1 ? parts.iterator().next() : List.of(junction.all(), parts);
    }

    @Override
    public Object earlier(Expression.EarlierAward earlier) {
        return List.of(
                earlier.not(),
                earlier.choice().items(),
                earlier.choice().window(),
                Set.copyOf(earlier.choice().same()),
                OPERANDS.scope(earlier.choice().scope()));
    }
}
