package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Bounds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts that an item is judged on: the applicant, and the claim or, for an item on the applicant alone, the
 * applicant again.
 */
public record Facts(Fact applicant, Fact claim) implements ThreeValued.Known {

    /** The fact that the type of a field's owner names. */
    Fact of(Operand.FieldValue value) {
        return value.of().isClaim() ? claim : applicant;
    }

    /** The date of the evaluation. */
    public LocalDate asOf() {
        return applicant.asOf();
    }

    /** The day that decides whether a rule is in force, and by which its dated values are taken; null if unknown. */
    public @Nullable LocalDate decidingDay(Rule rule) {
        return rule.decides().isEmpty()
                ? asOf()
                : (LocalDate) value(rule.decides().get());
    }

    @Override
    public @Nullable Object value(Operand operand) {
        return Operands.value(operand, applicant, claim);
    }

    public Truth truth(Expression expression) {
        return expression.match(new ThreeValued(this));
    }

    @Override
    public Truth awarded(Expression.EarlierAward earlier) {
        return Operands.awarded(earlier, applicant, claim);
    }

    @Override
    public Optional<Bounds> numbers(Operand.MemberAggregate aggregate) {
        return Operands.numbers(aggregate, applicant, claim);
    }

    /** The members of a list; none where it is unknown. */
    public List<Fact> members(Operand.FieldValue list) {
        List<Fact> members = MemberNumbers.members(value(list));
        return members == null ? List.of() : members;
    }

    /** Whether a member fulfils a condition. */
    public Truth truth(Expression condition, Fact member) {
        return Operands.truth(condition, applicant, claim, member);
    }

    /** Adds what is unknown of a field, or of an aggregate of members. */
    public void addUnknown(Operand source, Map<String, Field> unknown) {
        if (source instanceof Operand.MemberAggregate aggregate) {
            addIfUnknown(aggregate, unknown);
        } else if (source instanceof Operand.FieldValue field) {
            addIfUnknown(field, unknown);
        }
    }

    /**
     * Adds what hangs on an aggregate's being known, by pointers: where nothing is told of the list, that and what else
     * its conditions read, else the unknown fields of the members that can still be counted.
     */
    public void addIfUnknown(Operand.MemberAggregate aggregate, Map<String, Field> unknown) {
        if (value(aggregate.list()) == null) {
            aggregate.forEachField(read -> addIfUnknown(read, unknown));
        }
        for (Fact member : members(aggregate.list())) {
            Truth counted = truth(aggregate.where(), member);
            if (counted == Truth.UNKNOWN) {
                aggregate.conditions().stream()
                        .filter(condition -> truth(condition.expression(), member) == Truth.UNKNOWN)
                        .flatMap(condition -> condition.reads().stream())
                        .forEach(
                                read -> (read.of().isMember() ? member : of(read)).addIfUnknown(read.field(), unknown));
            }
            if (counted != Truth.FALSE) {
                aggregate.of().ifPresent(of -> member.addIfUnknown(of.field(), unknown));
            }
        }
    }

    /** The JSON pointer of the field, or of the date, in the request. */
    public String pointerOf(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return pointerOf(aggregate.list());
        }
        return operand instanceof Operand.FieldValue value ? of(value).pointerOf(value.field()) : "/asOf";
    }

    /** Adds the field by its pointer where it is unknown. */
    public void addIfUnknown(Operand.FieldValue value, Map<String, Field> unknown) {
        of(value).addIfUnknown(value.field(), unknown);
    }

    /** The same with another value of a field, or of the date. */
    public Facts with(Operand operand, Object value) {
        boolean alone = applicant == claim;
        if (!(operand instanceof Operand.FieldValue field)) {
            Fact changed = applicant.on((LocalDate) value);
            return new Facts(changed, alone ? changed : claim);
        }
        if (field.of().isClaim()) {
            return new Facts(applicant, claim.with(field.field(), value));
        }
        Fact changed = applicant.with(field.field(), value);
        return new Facts(changed, alone ? changed : claim);
    }

    /** The same as if nothing were known of the fields at some pointers. */
    public Facts without(Set<String> pointers) {
        Fact changed = applicant.without(pointers);
        return new Facts(changed, applicant == claim ? changed : claim.without(pointers));
    }
}
