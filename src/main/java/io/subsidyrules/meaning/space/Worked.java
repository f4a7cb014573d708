package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An amount with the facts that it reads. */
record Worked(Amount amount, Portrait portrait) {

    /** The operand that the variable is, where the amount is worked out from it and all else of it is assumed. */
    Optional<Operand> only(Variable variable, Situation situation) {
        List<Variable> others = variables().filter(one -> !one.equals(variable)).toList();
        boolean known = others.stream()
                .allMatch(other -> !other.isOrdered() && situation.has(other) && !situation.isUnknown(other));
        return known ? operand(variable) : Optional.empty();
    }

    private Optional<Operand> operand(Variable variable) {
        return amount.reads().stream()
                .filter(field -> new Variable.OfField(field).equals(variable))
                .map(Operand.class::cast)
                .findFirst();
    }

    /** Whether it is worked out from the variable, and from others too. */
    boolean isWorkedOutFromOthersToo(Variable variable) {
        return amount.reads().size() > 1 && operand(variable).isPresent();
    }

    Stream<Variable> variables() {
        return amount.reads().stream().map(Variable.OfField::new);
    }

    boolean countsMembers() {
        return amount.sources().stream().anyMatch(Operand.MemberAggregate.class::isInstance);
    }
}
