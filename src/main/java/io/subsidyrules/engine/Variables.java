package io.subsidyrules.engine;

import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.Operand;
import java.util.LinkedHashSet;
import java.util.Set;

/** The parts of a request that an expression reads: fields, and the date of the evaluation. */
final class Variables {

    private Variables() {}

    /** Once each, in the order of reading. */
    static Set<Operand> of(Expression expression) {
        Set<Operand> variables = new LinkedHashSet<>();
        add(expression, variables);
        return variables;
    }

    /** The field or the date that an operand is made from; a literal is itself. */
    static Operand base(Operand operand) {
        return operand instanceof Operand.Shifted shifted ? shifted.date() : operand;
    }

    private static void add(Expression expression, Set<Operand> variables) {
        if (expression instanceof Expression.Negation negation) {
            add(negation.of(), variables);
        } else if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(part -> add(part, variables));
        } else if (expression instanceof Expression.Comparison comparison) {
            add(comparison.left(), variables);
            add(comparison.right(), variables);
        } else if (expression instanceof Expression.Membership membership) {
            add(membership.left(), variables);
        } else if (expression instanceof Expression.StartsWith startsWith) {
            add(startsWith.left(), variables);
        } else {
            add(((Expression.Matches) expression).left(), variables);
        }
    }

    private static void add(Operand operand, Set<Operand> variables) {
        Operand base = base(operand);
        if (!(base instanceof Operand.Literal)) {
            variables.add(base);
        }
    }
}
