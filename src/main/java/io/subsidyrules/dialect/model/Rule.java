package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decides an item while it is in force.
 *
 * @param item what it decides; where an amount changes from a day on, several rules share an item
 * @param per what the outcome is given for, once each: the id of the word that policy.yaml has for it
 * @param readings the ids of the interpretation notes, its own first, then those of the rules that it extends
 * @param period when it is in force
 * @param decides the date field whose day must lie in the period; empty if the day of the evaluation must
 * @param conditions all that must hold in addition to the period, its own first, then those of the rules that it
 *     extends
 * @param currency of its amount, which is that of its policy
 * @param claim the type of claim that the item is decided on; empty for an item on the applicant alone
 */
public record Rule(
        String name,
        String policy,
        String item,
        String clause,
        String per,
        Currency currency,
        List<String> readings,
        Period period,
        Optional<Operand.FieldValue> decides,
        List<Condition> conditions,
        Optional<FactType> claim,
        Outcome outcome,
        Optional<Amount> amount,
        RulePlaces places) {

    public Rule {
        readings = List.copyOf(readings);
        conditions = List.copyOf(conditions);
    }

    /** The place of its name. */
    public Place place() {
        return places.name();
    }

    /** The comparisons by which it is in force on the day that decides. */
    public List<Expression> inForce() {
        return InForce.of(decides.<Operand>map(date -> date).orElseGet(Operand.AsOf::new), period);
    }

    /** The same rule with other conditions, for trying out what a change of them would mean. */
    public Rule asking(List<Condition> others) {
        return new Rule(
                name, policy, item, clause, per, currency, readings, period, decides, others, claim, outcome, amount,
                places);
    }

    /** The same rule in another period. */
    public Rule in(Period other) {
        return new Rule(
                name,
                policy,
                item,
                clause,
                per,
                currency,
                readings,
                other,
                decides,
                conditions,
                claim,
                outcome,
                amount,
                places);
    }

    /** The same rule, for which another day decides. */
    public Rule decidedBy(Optional<Operand.FieldValue> other) {
        return new Rule(
                name,
                policy,
                item,
                clause,
                per,
                currency,
                readings,
                period,
                other,
                conditions,
                claim,
                outcome,
                amount,
                places);
    }

    /** The same rule with another outcome. */
    public Rule giving(Outcome other, Optional<Amount> otherAmount) {
        return new Rule(
                name,
                policy,
                item,
                clause,
                per,
                currency,
                readings,
                period,
                decides,
                conditions,
                claim,
                other,
                otherAmount,
                places);
    }

    /** The amount, where it is a share of a field. */
    public Optional<Amount.Share> share() {
        return amount.filter(Amount.Share.class::isInstance).map(Amount.Share.class::cast);
    }

    /** Names of rules are unique in a policy, so the two names are the rule. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rule rule && rule.policy.equals(policy) && rule.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * policy.hashCode() + name.hashCode();
    }
}
