package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Table;
import java.util.function.UnaryOperator;

/**
 * Puts other tables, or other keys, in the place of those that rules read.
 *
 * @param change gives what a rule is to read in the place of what it reads
 */
public record MappedLookups(UnaryOperator<Operand.Lookup> change) implements Formula.Cases<Formula> {

    /** A table in the place of another of the same keys, for trying out what a change of it would mean. */
    public static MappedLookups replacing(Table old, Table table) {
        return new MappedLookups(lookup -> lookup.table().equals(old) ? lookup.in(table) : lookup);
    }

    /** The day of an event in the place of that of the evaluation. */
    public static MappedLookups on(Operand.FieldValue day) {
        return new MappedLookups(lookup -> new Operand.Lookup(
                lookup.table(),
                lookup.keys().stream()
                        .map(key -> key instanceof Operand.AsOf ? day : key)
                        .toList(),
                lookup.complete()));
    }

    /** The rule with what it is to read. */
    public Rule in(Rule rule) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.item(),
                rule.clause(),
                rule.per(),
                rule.currency(),
                rule.readings(),
                rule.period(),
                rule.decides(),
                rule.conditions().stream().map(this::in).toList(),
                rule.claim(),
                rule.outcome(),
                rule.amount().map(this::in),
                rule.places());
    }

    /** The limit with what its conditions are to read. */
    public Limit in(Limit limit) {
        return limit.asking(limit.conditions().stream().map(this::in).toList());
    }

    /** The condition with what it is to read. */
    public Condition in(Condition condition) {
        return ReadTables.of(condition).isEmpty()
                ? condition
                : Condition.of(in(condition.expression()), condition.source(), condition.title(), condition.place());
    }

    private Expression in(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return new Expression.Junction(
                    junction.all(), junction.parts().stream().map(this::in).toList());
        }
        return expression instanceof Expression.Comparison comparison
                ? new Expression.Comparison(in(comparison.left()), comparison.operator(), in(comparison.right()))
                : expression;
    }

    private Operand in(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            return new Operand.WeightedSum(
                    sum.terms().stream()
                            .map(term -> new Operand.WeightedSum.Term(term.factor(), in(term.number())))
                            .toList(),
                    sum.constant());
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return aggregate.with(aggregate.conditions().stream().map(this::in).toList());
        }
        return operand instanceof Operand.Lookup lookup ? change.apply(in(lookup)) : operand;
    }

    /** The same with what its keys are to be worked out from. */
    private Operand.Lookup in(Operand.Lookup lookup) {
        return new Operand.Lookup(
                lookup.table(), lookup.keys().stream().map(this::in).toList(), lookup.complete());
    }

    /** The amount with what it is to be worked out from. */
    public Amount in(Amount amount) {
        return amount instanceof Amount.Composed composed
                ? new Amount.Composed(composed.formula().match(this), composed.ceiling(), composed.bounded())
                : amount;
    }

    @Override
    public Formula fixed(Formula.Fixed fixed) {
        return fixed;
    }

    @Override
    public Formula share(Formula.Share share) {
        return new Formula.Share(in(share.percent()), in(share.of()));
    }

    @Override
    public Formula times(Formula.Times times) {
        return new Formula.Times(times.each().match(this), in(times.count()));
    }

    @Override
    public Formula plus(Formula.Plus plus) {
        return new Formula.Plus(plus.one().match(this), plus.other().match(this));
    }

    @Override
    public Formula atLeast(Formula.AtLeast atLeast) {
        return new Formula.AtLeast(atLeast.amount().match(this), atLeast.least().match(this));
    }

    @Override
    public Formula atMost(Formula.AtMost atMost) {
        return new Formula.AtMost(atMost.amount().match(this), atMost.ceiling().match(this));
    }

    @Override
    public Formula tiers(Formula.Tiers tiers) {
        return new Formula.Tiers(
                in(tiers.of()),
                tiers.counted(),
                tiers.tiers().stream()
                        .map(tier -> new Formula.Tiers.Tier(tier.limit().match(this), tier.rate()))
                        .toList(),
                tiers.beyond());
    }
}
