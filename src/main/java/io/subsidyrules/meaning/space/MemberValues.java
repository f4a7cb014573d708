package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.Scale;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of a field of members that are worth trying: on each side of what conditions compare it with. */
final class MemberValues {

    /** A text that no rule tests. */
    private static final String ANY = "x";
    /** Each row makes three values, and every value of the field makes others of each other field. */
    private static final int MOST_ROWS = 10;

    private final Operand.FieldValue field;
    private final Facts facts;
    private final Set<Object> values = new LinkedHashSet<>();

    private MemberValues(Operand.FieldValue field, Facts facts) {
        this.field = field;
        this.facts = facts;
    }

    /**
     * The values to try.
     *
     * @param facts what is known of the applicant and of the claim
     */
    static List<Object> of(Operand.FieldValue field, List<Condition> conditions, Facts facts) {
        MemberValues values = new MemberValues(field, facts);
        switch (field.type()) {
            case CONSTANT ->
                values.values.addAll(
                        field.field().constants().map(EnumType::constants).orElse(List.of()));
            case BOOLEAN -> values.values.addAll(List.of(true, false));
            default -> conditions.forEach(condition -> values.add(condition.expression()));
        }
        if (values.values.isEmpty()) {
            values.addAny();
        }
        return List.copyOf(values.values);
    }

    private void addAny() {
        switch (field.type()) {
            case TEXT -> values.add(ANY);
            case DATE -> values.add(facts.asOf());
            default -> {
                Scale scale = Scale.of(field);
                values.add(scale.value(new Representative(scale, scale.min(), scale.max()).step()));
            }
        }
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(this::add);
        } else if (expression instanceof Expression.Comparison comparison) {
            addBeside(comparison.left(), comparison.right());
            addBeside(comparison.right(), comparison.left());
        } else if (expression instanceof Expression.Membership membership && isField(membership.left())) {
            membership.members().forEach(member -> values.add(member.value()));
            values.add(ANY);
        } else if (expression instanceof Expression.TextTest test && isField(test.left())) {
            values.add(test.property() instanceof TextProperty.Affix affix ? affix.affix() : ANY);
            values.add(ANY);
        } else if (expression instanceof Expression.Listed listed && isField(listed.left())) {
            values.add(listed.list().values().iterator().next());
            values.add(ANY);
        }
        values.removeIf(value -> value instanceof String != (field.type() == ValueType.TEXT));
    }

    private boolean isField(Operand operand) {
        return Variables.of(operand).contains(field);
    }

    private void addBeside(Operand own, Operand other) {
        if (isField(own) && other instanceof Operand.Lookup lookup) {
            lookup.table().rows().stream().limit(MOST_ROWS).forEach(row -> addSteps(row.value()));
        }
        if (!isField(own) || isOfMembers(other)) {
            return;
        }
        Optional<Object> limit = Optional.ofNullable(facts.value(other));
        limit.ifPresent(value -> addSteps(
                value instanceof LocalDate day && own instanceof Operand.Shifted shifted
                        ? day.minus(shifted.amount(), shifted.unit())
                        : value));
    }

    private static boolean isOfMembers(Operand operand) {
        return Variables.of(operand).stream()
                .anyMatch(one ->
                        one instanceof Operand.FieldValue read && read.of().isMember());
    }

    /** The limit, and the values next to it. */
    private void addSteps(Object limit) {
        if (!field.type().isOrdered()) {
            values.add(limit);
            return;
        }
        Scale scale = Scale.of(field);
        BigInteger step = scale.step(limit);
        for (BigInteger near : List.of(step, step.subtract(BigInteger.ONE), step.add(BigInteger.ONE))) {
            if (near.compareTo(scale.min()) >= 0 && near.compareTo(scale.max()) <= 0) {
                values.add(scale.value(near));
            }
        }
    }

    /** The fields of members that conditions read, and a number that is added up or compared. */
    static List<Operand.FieldValue> fields(Operand.MemberAggregate aggregate) {
        Set<Operand.FieldValue> fields = new LinkedHashSet<>();
        aggregate.conditions().stream()
                .flatMap(condition -> condition.reads().stream())
                .filter(read -> read.of().isMember())
                .forEach(fields::add);
        aggregate.of().ifPresent(fields::add);
        return new ArrayList<>(fields);
    }
}
