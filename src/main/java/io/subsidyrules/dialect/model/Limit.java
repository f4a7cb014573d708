package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that bounds what several awards come to together. It decides no item: it works on what the rules decided.
 *
 * @param readings the ids of the interpretation notes, its own first, then those of the rules that it extends
 * @param conditions what must hold of the applicant in addition to the period
 * @param awards those that it counts
 * @param ceiling how far they go
 * @param source its outcome as the rule file writes it, blanks folded
 * @param place the place of its name
 */
public record Limit(
        String name,
        String policy,
        String clause,
        List<String> readings,
        Period period,
        List<Condition> conditions,
        AwardChoice awards,
        Ceiling ceiling,
        String source,
        Place place) {

    public Limit {
        readings = List.copyOf(readings);
        conditions = List.copyOf(conditions);
    }

    /** Names of rules are unique in a policy, so the two names are the limit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Limit limit && limit.policy.equals(policy) && limit.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * policy.hashCode() + name.hashCode();
    }

    /** The comparisons by which it is in force on the day of the evaluation. */
    public List<Expression> inForce() {
        return InForce.of(new Operand.AsOf(), period);
    }

    /** Whether it counts the awards of a rule's item. */
    public boolean counts(Rule rule) {
        return awards.items().contains(new AwardChoice.Item(rule.policy(), rule.item()));
    }

    /** The same limit with another ceiling, for trying out what a change of it would mean. */
    public Limit with(Ceiling other) {
        return new Limit(name, policy, clause, readings, period, conditions, awards, other, source, place);
    }

    /** The same limit with other conditions. */
    public Limit asking(List<Condition> others) {
        return new Limit(name, policy, clause, readings, period, others, awards, ceiling, source, place);
    }

    /** The same limit in another period. */
    public Limit in(Period other) {
        return new Limit(name, policy, clause, readings, other, conditions, awards, ceiling, source, place);
    }

    /** The same limit on other awards. */
    public Limit on(AwardChoice others) {
        return new Limit(name, policy, clause, readings, period, conditions, others, ceiling, source, place);
    }

    /** The field of the applicant that its number is read from; empty where the number stands in the rule. */
    public Optional<Operand.FieldValue> numberField() {
        return ceiling.number().filter(Ceiling.OfField.class::isInstance).map(number -> ((Ceiling.OfField) number)
                .field());
    }
}
