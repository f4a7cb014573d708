package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The changes of operands: a date that is moved by a unit more or less, a sum with other numbers in it. */
final class OperandMutants {

    private OperandMutants() {}

    /** A changed operand. */
    record Changed(MutantKind kind, Operand operand) {}

    /** The changes of an operand; none of a field or a value. */
    static Stream<Changed> of(Operand operand) {
        if (operand instanceof Operand.Shifted shifted) {
            return Stream.of(shifted.amount() + 1, shifted.amount() - 1)
                    .map(amount ->
                            new Changed(MutantKind.DATE, new Operand.Shifted(shifted.date(), shifted.unit(), amount)));
        }
        return operand instanceof Operand.WeightedSum sum ? Stream.concat(constants(sum), factors(sum)) : Stream.of();
    }

    private static Stream<Changed> constants(Operand.WeightedSum sum) {
        return sum.constant().signum() == 0
                ? Stream.of()
                : Steps.around(sum.constant(), Steps.of(sum, sum.constant()))
                        .map(other -> new Changed(MutantKind.COMPARISON, new Operand.WeightedSum(sum.terms(), other)));
    }

    /** A factor of one is not written. */
    private static Stream<Changed> factors(Operand.WeightedSum sum) {
        return IntStream.range(0, sum.terms().size())
                .boxed()
                .filter(i -> sum.terms().get(i).factor().abs().compareTo(BigDecimal.ONE) != 0)
                .flatMap(i -> factor(sum, i));
    }

    private static Stream<Changed> factor(Operand.WeightedSum sum, int index) {
        Operand.WeightedSum.Term term = sum.terms().get(index);
        return Steps.around(term.factor(), Steps.factor(term.factor()))
                .filter(factor -> factor.signum() == term.factor().signum())
                .map(factor -> {
                    List<Operand.WeightedSum.Term> terms = new ArrayList<>(sum.terms());
                    terms.set(index, new Operand.WeightedSum.Term(factor, term.number()));
                    return new Changed(MutantKind.RATE, new Operand.WeightedSum(terms, sum.constant()));
                });
    }
}
