package io.subsidyrules.dialect.model;

import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The comparisons by which a day lies in a period. */
final class InForce {

    private InForce() {}

    /** The first is that with the first day; the second, if there is one, that with the end. */
    static List<Expression> of(Operand day, Period period) {
        Stream<Expression> from = Stream.of(compared(day, Operator.GREATER_OR_EQUAL, period.from()));
        Stream<Expression> until = period.until().stream().map(end -> compared(day, Operator.LESS, end));
        return Stream.concat(from, until).toList();
    }

    private static Expression compared(Operand day, Operator operator, LocalDate date) {
        return new Expression.Comparison(day, operator, new Operand.Literal(ValueType.DATE, date));
    }
}
