package io.subsidyrules.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.fact.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The values that compare so with another are those of which the comparison holds, at its ends and beyond. */
class NumberSetTest {

    private static final int MOST = 20;

    private static Scale scale(ValueType type, int decimals) {
        return new Scale(type, decimals, BigInteger.valueOf(-MOST), BigInteger.valueOf(MOST));
    }

    @Property
    void ofNumbers(
            @ForAll Operator operator,
            @ForAll @IntRange(min = 0, max = 2) int decimals,
            @ForAll @IntRange(min = -2_500, max = 2_500) int other) {
        assertHolds(scale(ValueType.DECIMAL, decimals), operator, BigDecimal.valueOf(other, 2));
    }

    @Property
    void ofWholeNumbers(@ForAll Operator operator, @ForAll @IntRange(min = -250, max = 250) int other) {
        assertHolds(scale(ValueType.INTEGER, 0), operator, BigDecimal.valueOf(other, 1));
    }

    @Property
    void ofDates(@ForAll Operator operator, @ForAll @IntRange(min = -25, max = 25) int other) {
        assertHolds(scale(ValueType.DATE, 0), operator, LocalDate.ofEpochDay(other));
    }

    private static void assertHolds(Scale scale, Operator operator, Object other) {
        NumberSet compared = NumberSet.compared(scale, operator, other);
        for (long step = -MOST; step <= MOST; step++) {
            Object value = scale.value(BigInteger.valueOf(step));
            assertThat(compared.contains(value))
                    .as("%s %s %s", value, operator.symbol(), other)
                    .isEqualTo(operator.holds(Values.compare(value, other)));
        }
        assertThat(compared).isEqualTo(NumberSet.compared(scale, value -> value, operator, other));
    }
}
