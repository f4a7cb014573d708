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

    /** Those that an operand reads, once each, in the order of reading. */
    public static Set<Operand> of(Operand operand) {
        return new Variables().add(operand);
    }

    /** Adds what each kind of operand reads. */
    private final class Reading implements Operand.Cases<Set<Operand>> {

        @Override
        public Set<Operand> field(Operand.FieldValue field) {
            return one(field);
        }

        @Override
        public Set<Operand> asOf(Operand.AsOf asOf) {
            return one(asOf);
        }

        @Override
        public Set<Operand> literal(Operand.Literal literal) {
            return found;
        }

        @Override
        public Set<Operand> shifted(Operand.Shifted shifted) {
            return one(shifted.date());
        }

        @Override
        public Set<Operand> year(Operand.Year year) {
            return year.date().match(this);
        }

        @Override
        public Set<Operand> sum(Operand.WeightedSum sum) {
            sum.terms().forEach(term -> term.number().match(this));
            return found;
        }

        /** The number itself, and all that it hangs on but the members' own fields. */
        @Override
        public Set<Operand> aggregate(Operand.MemberAggregate aggregate) {
            one(aggregate);
            aggregate.conditions().stream()
                    .flatMap(condition -> Variables.of(condition.expression()).stream())
                    .filter(variable -> !(variable instanceof Operand.FieldValue field
                            && field.of().isMember()))
                    .forEach(this::one);
            return one(aggregate.list());
        }

        @Override
        public Set<Operand> lookup(Operand.Lookup lookup) {
            lookup.keys().forEach(key -> key.match(this));
            return found;
        }

        private Set<Operand> one(Operand variable) {
            found.add(variable);
            return found;
        }
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
    public Set<Operand> listed(Expression.Listed listed) {
        return add(listed.left());
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

    /** The fields by which awards are asked for, of which none can be solved for. */
    @Override
    public Set<Operand> earlier(Expression.EarlierAward earlier) {
        return found;
    }

    private Set<Operand> add(Operand operand) {
        return operand.match(new Reading());
    }
}
