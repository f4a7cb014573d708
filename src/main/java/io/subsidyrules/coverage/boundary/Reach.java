package io.subsidyrules.coverage.boundary;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.MemberNumbers;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.ValueSet;
import io.subsidyrules.engine.values.ValueSets;
import io.subsidyrules.engine.values.ValueSolver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that fields can have where some expressions hold, as far as each of these reads one field alone. */
public final class Reach implements Operand.Cases<Bounds> {

    private static final Bounds ANY = new Bounds(Optional.empty(), Optional.empty());

    private final FactType applicant;
    private final List<Expression> holding;

    private Reach(FactType applicant, List<Expression> holding) {
        this.applicant = applicant;
        this.holding = List.copyOf(holding);
    }

    /** The values that requests can have, whatever holds. */
    public static Reach of(FactType applicant) {
        return new Reach(applicant, List.of());
    }

    /** Those with which these hold. */
    public Reach where(List<Expression> others) {
        return new Reach(applicant, others);
    }

    /**
     * The values with which an expression that reads one variable alone is true, or false; empty where they are not
     * known for sure. They are not of texts, of what reads a table, and of a value that is compared with itself.
     */
    Optional<ValueSet> solved(Expression expression, boolean truly) {
        Set<Operand> variables = variables(expression);
        if (variables.size() != 1 || !isSolvable(expression)) {
            return Optional.empty();
        }
        Operand variable = variables.iterator().next();
        Facts nothing = nothing(variable);
        return Optional.of(
                truly
                        ? ValueSolver.of(expression, variable, nothing)
                        : ValueSolver.never(expression, variable, nothing));
    }

    /** Facts of which nothing is known, as a variable belongs to them. */
    private Facts nothing(Operand variable) {
        Fact nobody = nothing(applicant, "/applicant");
        return variable instanceof Operand.FieldValue field && field.of().isClaim()
                ? new Facts(nobody, nothing(field.of(), "/claims/0"))
                : new Facts(nobody, nobody);
    }

    private static Fact nothing(FactType type, String pointer) {
        return new Fact(
                type,
                pointer,
                LocalDate.EPOCH,
                Collections.nCopies(type.fields().size(), null));
    }

    /** Those that an expression reads; of members the number that they come to, which is one variable. */
    private static Set<Operand> variables(Expression expression) {
        return Variables.of(expression).stream()
                .filter(variable -> variable.type() != ValueType.MEMBERS)
                .collect(Collectors.toSet());
    }

    private static boolean isSolvable(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().allMatch(Reach::isSolvable);
        }
        return expression instanceof Expression.Comparison comparison
                ? comparison.left().type() != ValueType.TEXT
                        && !comparison.hasLookup()
                        && !(comparison.isComputed() && readsMember(comparison))
                        && (Variables.of(comparison.left()).isEmpty()
                                || Variables.of(comparison.right()).isEmpty())
                : expression instanceof Expression.Membership membership
                        && membership.left().type() != ValueType.TEXT;
    }

    /** The solver for what is computed needs the fact that a field belongs to, and none is a member. */
    private static boolean readsMember(Expression.Comparison comparison) {
        return Variables.of(comparison).stream()
                .anyMatch(variable -> variable instanceof Operand.FieldValue field
                        && field.of().isMember());
    }

    /** Whether a number or a date can have any value. */
    boolean canBe(Operand variable) {
        return !values(variable).isEmpty();
    }

    /** The least value of a number or a date that can have one. */
    Object least(Operand variable) {
        NumberSet values = values(variable);
        return values.scale().value(values.intervals().get(0).from());
    }

    /** The greatest one. */
    Object most(Operand variable) {
        NumberSet values = values(variable);
        return values.scale()
                .value(values.intervals().get(values.intervals().size() - 1).to());
    }

    private NumberSet values(Operand variable) {
        ValueSet values = ValueSets.all(variable);
        for (Expression expression : holding) {
            if (variables(expression).equals(Set.of(variable))) {
                values = solved(expression, true).map(values::and).orElse(values);
            }
        }
        return (NumberSet) values;
    }

    /** The numbers that an operand can be; of a date, no limits are told. */
    Bounds bounds(Operand operand) {
        return operand.match(this);
    }

    @Override
    public Bounds field(Operand.FieldValue field) {
        return field.type().isNumber() && canBe(field)
                ? Bounds.of((BigDecimal) Cell.normal(least(field)), (BigDecimal) Cell.normal(most(field)))
                : ANY;
    }

    @Override
    public Bounds asOf(Operand.AsOf asOf) {
        return ANY;
    }

    @Override
    public Bounds literal(Operand.Literal literal) {
        return literal.type().isNumber() ? Bounds.of((BigDecimal) Cell.normal(literal.value())) : ANY;
    }

    @Override
    public Bounds shifted(Operand.Shifted shifted) {
        return ANY;
    }

    @Override
    public Bounds year(Operand.Year year) {
        return Bounds.of(BigDecimal.valueOf(Field.FIRST_YEAR), BigDecimal.valueOf(Field.LAST_YEAR));
    }

    @Override
    public Bounds sum(Operand.WeightedSum sum) {
        Bounds bounds = Bounds.of(sum.constant());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            bounds = bounds.plus(bounds(term.number()).times(term.factor()));
        }
        return bounds;
    }

    @Override
    public Bounds aggregate(Operand.MemberAggregate aggregate) {
        return MemberNumbers.whatever(aggregate);
    }

    @Override
    public Bounds lookup(Operand.Lookup lookup) {
        return Bounds.of(lookup.table().least(), lookup.table().most());
    }
}
