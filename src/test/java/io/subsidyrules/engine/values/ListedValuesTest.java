package io.subsidyrules.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values of a long list, which are put in order once and not for each claim. */
class ListedValuesTest {

    private static final Text TITLE = new Text("code", "代码");
    private static final Place NOWHERE = Place.startOf("codes.csv");

    private static Expression.Listed listed(ValueType type, boolean not, Object... values) {
        Field field = new Field(
                "code",
                0,
                type,
                Optional.empty(),
                Optional.empty(),
                TITLE,
                Field.Key.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                NOWHERE);
        FactType claim =
                new FactType("Work", "p", FactType.Kind.CLAIM, TITLE, Optional.empty(), List.of(field), NOWHERE);
        return new Expression.Listed(
                new Operand.FieldValue(claim, field),
                not,
                new ValueList("codes", Optional.empty(), NOWHERE, Set.of(values)));
    }

    private static BigDecimal number(long number) {
        return BigDecimal.valueOf(number);
    }

    private static NumberSet.Interval interval(long from, long to) {
        return new NumberSet.Interval(BigInteger.valueOf(from), BigInteger.valueOf(to));
    }

    @Test
    void numbersAreInOrderAndThoseBesideThemAreTheRest() {
        NumberSet among =
                (NumberSet) ListedValues.of(listed(ValueType.INTEGER, false, number(7), number(3), number(4)));
        assertThat(among.intervals()).containsExactly(interval(3, 4), interval(7, 7));
        NumberSet beside =
                (NumberSet) ListedValues.of(listed(ValueType.INTEGER, true, number(7), number(3), number(4)));
        assertThat(beside.intervals())
                .extracting(NumberSet.Interval::from)
                .containsExactly(BigInteger.valueOf(-Integer.MAX_VALUE), BigInteger.valueOf(5), BigInteger.valueOf(8));
        assertThat(beside.contains(5)).isTrue();
        assertThat(beside.contains(7)).isFalse();
        assertThat(beside.contains(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void whatAListComesToIsWorkedOutOnce() {
        for (boolean not : List.of(true, false)) {
            Expression.Listed numbers = listed(ValueType.INTEGER, not, number(7), number(3));
            assertThat(ListedValues.of(numbers)).isSameAs(ListedValues.of(numbers));
            assertThat(ListedValues.of(numbers)).isNotEqualTo(ListedValues.of(numbers.negated()));
            assertThat(ListedValues.of(numbers).and(ValueSets.all(numbers.left())))
                    .isSameAs(ListedValues.of(numbers));
        }
        Expression.Listed texts = listed(ValueType.TEXT, true, "B", "A");
        Set<String> first = one(ListedValues.of(texts)).not();
        assertThat(first).containsExactly("A", "B");
        assertThat(one(ListedValues.of(texts)).not()).isSameAs(first);
        assertThat(one(ValueSets.all(texts.left()).and(ListedValues.of(texts))).not())
                .isSameAs(first);
    }

    private static TextAlternative one(ValueSet texts) {
        return ((TextSet) texts).alternatives().get(0);
    }
}
