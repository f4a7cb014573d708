package io.subsidyrules.meaning.space;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.fact.Facts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Amounts before they are rounded down to the fen. */
public final class ExactAmount {

    private ExactAmount() {}

    /** The amount where all that it is worked out from is known. */
    public static BigDecimal of(Amount amount, Facts facts) {
        return Kinks.exact(Kinks.formula(amount), facts);
    }

    /** The amount as a formula. */
    public static Formula formula(Amount amount) {
        return Kinks.formula(amount);
    }

    /** Whether it surely rises, or falls, with each field throughout: no field comes twice. */
    public static boolean isMonotone(Amount amount) {
        Set<Operand> met = new HashSet<>();
        return numbers(Kinks.formula(amount)).allMatch(number -> {
            Set<Operand> own = new HashSet<>();
            number.forEachField(own::add);
            return !number.hasLookup() && own.stream().allMatch(met::add);
        });
    }

    private static Stream<Operand> numbers(Formula formula) {
        return Stream.concat(formula.numbers(), formula.parts().flatMap(ExactAmount::numbers));
    }
}
