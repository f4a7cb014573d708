package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * The least steps of numbers: a fen of money; a hundredth of a percentage, or less where more decimals are written; of
 * a number that is compared the least that its field can differ by; of a table the least that its rows are written
 * with.
 */
final class Steps implements Operand.Cases<Integer> {

    private static final Steps DECIMALS = new Steps();

    private Steps() {}

    /** A fen. */
    static BigDecimal money() {
        return ofDecimals(Field.FEN);
    }

    /** The step of a percentage or of another rate. */
    static BigDecimal rate(BigDecimal rate) {
        return ofDecimals(Math.max(Field.FEN, written(rate)));
    }

    /** The step of a factor, by which it is written. */
    static BigDecimal factor(BigDecimal factor) {
        return ofDecimals(written(factor));
    }

    /** The step of the numbers of a table. */
    static BigDecimal of(Table table) {
        return ofDecimals(written(table));
    }

    /** The least step by which the number of an operand can differ, or a number that it is compared with. */
    static BigDecimal of(Operand operand, BigDecimal compared) {
        return ofDecimals(Math.max(operand.match(DECIMALS), written(compared)));
    }

    /** A number one step more, and one step less. */
    static Stream<BigDecimal> around(BigDecimal number, BigDecimal step) {
        return Stream.of(number.add(step), number.subtract(step));
    }

    static BigDecimal ofDecimals(int decimals) {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    private static int written(BigDecimal number) {
        return number.signum() == 0
                ? 0
                : Math.max(0, number.stripTrailingZeros().scale());
    }

    private static int written(Table table) {
        return table.rows().stream()
                .mapToInt(row -> Math.max(0, row.value().scale()))
                .max()
                .orElse(0);
    }

    @Override
    public Integer field(Operand.FieldValue field) {
        return field.field().decimals();
    }

    @Override
    public Integer asOf(Operand.AsOf asOf) {
        return 0;
    }

    @Override
    public Integer literal(Operand.Literal literal) {
        return literal.value() instanceof BigDecimal number ? written(number) : 0;
    }

    @Override
    public Integer shifted(Operand.Shifted shifted) {
        return 0;
    }

    @Override
    public Integer year(Operand.Year year) {
        return 0;
    }

    @Override
    public Integer sum(Operand.WeightedSum sum) {
        return sum.terms().stream()
                .mapToInt(term -> written(term.factor()) + term.number().match(this))
                .max()
                .orElse(0);
    }

    @Override
    public Integer aggregate(Operand.MemberAggregate aggregate) {
        return aggregate.of().map(of -> of.field().decimals()).orElse(0);
    }

    @Override
    public Integer lookup(Operand.Lookup lookup) {
        return written(lookup.table());
    }
}
