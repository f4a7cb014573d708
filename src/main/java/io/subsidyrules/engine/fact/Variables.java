package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import java.util.LinkedHashSet;
import java.util.Set;

/** The parts of a request that an expression reads: fields, and the date of the evaluation. */
public final class Variables implements Expression.Cases<Set<Operand>> {

    private final Set<Operand> found = new LinkedHashSet<>();

    private Variables() {}

    /** Once each, in the order of reading. */
    public static Set<Operand> of(Expression expression) {
        return expression.match(new Variables());
    }

    /** The field or the date that an operand is made from; a literal is itself. */
    public static Operand base(Operand operand) {
        return operand instanceof Operand.Shifted shifted ? shifted.date() : operand;
    }

    @Override
    public Set<Operand> comparison(Expression.Comparison comparison) {
        add(comparison.left());
        return add(comparison.right());
    }

    @Override
    public Set<Operand> membership(Expression.Membership membership) {
        return add(membership.left());
    }

    @Override
    public Set<Operand> text(Expression.TextTest test) {
        return add(test.left());
    }

    @Override
    public Set<Operand> junction(Expression.Junction junction) {
        junction.parts().forEach(part -> part.match(this));
        return found;
    }

    private Set<Operand> add(Operand operand) {
        Operand base = base(operand);
        if (!(base instanceof Operand.Literal)) {
            found.add(base);
        }
        return found;
    }
}
