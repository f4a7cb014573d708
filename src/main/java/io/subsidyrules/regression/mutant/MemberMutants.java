package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts other numbers of members in the place of those of a rule: of members that fulfil one condition less, or one that
 * is turned round, wherever the rule counts them, in its conditions and in its amount.
 */
final class MemberMutants implements Expression.Cases<Expression>, Formula.Cases<Formula> {

    private final Operand.MemberAggregate counted;
    private final List<Condition> others;

    private MemberMutants(Operand.MemberAggregate counted, List<Condition> others) {
        this.counted = counted;
        this.others = List.copyOf(others);
    }

    /** The changes of the conditions on members, in the order of the rule. */
    static Stream<Change<Rule>> of(Rule rule) {
        return counts(rule).stream().flatMap(count -> ConditionMutants.of(count.conditions())
                .map(change -> change.in(others -> new MemberMutants(count, others).in(rule)))
                .map(change -> change.told("members", count.list().field().title())));
    }

    private static Set<Operand.MemberAggregate> counts(Rule rule) {
        Set<Operand.MemberAggregate> counts = new LinkedHashSet<>();
        rule.conditions()
                .forEach(condition -> condition.expression().aggregates().forEach(one -> counts.add(one.count())));
        rule.amount().ifPresent(given -> given.sources().forEach(source -> {
            if (source instanceof Operand.MemberAggregate aggregate) {
                counts.add(aggregate.count());
            }
        }));
        return counts;
    }

    private Rule in(Rule rule) {
        return rule.asking(rule.conditions().stream().map(this::condition).toList())
                .giving(rule.outcome(), rule.amount().map(this::amount));
    }

    private Condition condition(Condition condition) {
        return condition.expression().aggregates().isEmpty()
                ? condition
                : Condition.of(
                        condition.expression().match(this), condition.source(), condition.title(), condition.place());
    }

    private Amount amount(Amount amount) {
        return amount instanceof Amount.Composed composed
                ? new Amount.Composed(composed.formula().match(this), composed.ceiling(), composed.bounded())
                : amount;
    }

    private Operand operand(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            return new Operand.WeightedSum(
                    sum.terms().stream()
                            .map(term -> new Operand.WeightedSum.Term(term.factor(), operand(term.number())))
                            .toList(),
                    sum.constant());
        }
        return operand instanceof Operand.MemberAggregate aggregate
                        && aggregate.count().equals(counted)
                ? aggregate.with(others)
                : operand;
    }

    @Override
    public Expression comparison(Expression.Comparison comparison) {
        return new Expression.Comparison(
                operand(comparison.left()), comparison.operator(), operand(comparison.right()));
    }

    @Override
    public Expression membership(Expression.Membership membership) {
        return new Expression.Membership(operand(membership.left()), membership.not(), membership.members());
    }

    @Override
    public Expression listed(Expression.Listed listed) {
        return listed;
    }

    @Override
    public Expression earlier(Expression.EarlierAward earlier) {
        return earlier;
    }

    @Override
    public Expression text(Expression.TextTest test) {
        return test;
    }

    @Override
    public Expression junction(Expression.Junction junction) {
        return new Expression.Junction(
                junction.all(),
                junction.parts().stream().map(part -> part.match(this)).toList());
    }

    @Override
    public Formula fixed(Formula.Fixed fixed) {
        return fixed;
    }

    @Override
    public Formula share(Formula.Share share) {
        return new Formula.Share(share.percent(), operand(share.of()));
    }

    @Override
    public Formula times(Formula.Times times) {
        return new Formula.Times(times.each().match(this), operand(times.count()));
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
                operand(tiers.of()),
                tiers.counted(),
                tiers.tiers().stream()
                        .map(tier -> new Formula.Tiers.Tier(tier.limit().match(this), tier.rate()))
                        .toList(),
                tiers.beyond());
    }
}
