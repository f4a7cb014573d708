package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Conditions and an amount with one wrong change.
     *
     * @param change the change, as the end of a sentence: "no longer asks members for age >= 60"
     */
    record Mutant(String change, List<Condition> conditions, Optional<Amount> amount) {}

    /** The mutants of conditions and an amount, in the order of the conditions on members. */
    static List<Mutant> of(List<Condition> conditions, Optional<Amount> amount) {
        Set<Operand.MemberAggregate> counts = new LinkedHashSet<>();
        conditions.forEach(condition -> condition.expression().aggregates().forEach(one -> counts.add(one.count())));
        amount.ifPresent(given -> given.sources().forEach(source -> {
            if (source instanceof Operand.MemberAggregate aggregate) {
                counts.add(aggregate.count());
            }
        }));
        List<Mutant> mutants = new ArrayList<>();
        for (Operand.MemberAggregate count : counts) {
            ConditionMutants.Made<Mutant> made = (change, others) -> {
                MemberMutants other = new MemberMutants(count, others);
                return new Mutant(
                        change, conditions.stream().map(other::condition).toList(), amount.map(other::amount));
            };
            for (int i = 0; i < count.conditions().size(); i++) {
                List<Condition> fewer = new ArrayList<>(count.conditions());
                Condition dropped = fewer.remove(i);
                mutants.add(made.of("no longer asks members for " + dropped.source(), fewer));
            }
            ConditionMutants.ofAny(
                            count.conditions(),
                            (change, others) -> made.of("asks members otherwise in " + change, others))
                    .forEach(mutants::add);
        }
        return mutants;
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
