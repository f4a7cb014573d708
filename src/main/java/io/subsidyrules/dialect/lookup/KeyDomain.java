package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values that a key of a table can have, as cells compare them.
 *
 * @param decimals the most that its numbers have
 * @param numbers from which number to which; of dates, in days; both ends are known. Empty for other values
 * @param listed all values of a key that is neither a number nor a text
 */
public record KeyDomain(ValueType type, int decimals, Optional<Bounds> numbers, List<Object> listed) {

    /** No sum of members is as large: each has at most twelve digits before the point. */
    private static final BigDecimal LARGEST_SUM = BigDecimal.TEN.pow(15);

    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    public KeyDomain {
        listed = List.copyOf(listed);
    }

    /** The values of an operand that can be a key: a field, a year, a sum of numbers, the date of the evaluation. */
    public static KeyDomain of(Operand key) {
        if (key instanceof Operand.FieldValue value) {
            return of(value.field());
        }
        if (key instanceof Operand.Year) {
            return ordered(
                    ValueType.INTEGER,
                    0,
                    Bounds.of(BigDecimal.valueOf(Field.FIRST_YEAR), BigDecimal.valueOf(Field.LAST_YEAR)));
        }
        if (key instanceof Operand.MemberAggregate aggregate) {
            return of(aggregate);
        }
        return key instanceof Operand.WeightedSum sum ? of(sum) : days();
    }

    /** The one value of a key that is known, as {@link Cell#normal} has it. */
    public KeyDomain only(Object value) {
        return value instanceof BigDecimal number
                ? ordered(type, decimals, Bounds.of(number))
                : listed(type, List.of(value));
    }

    /** A count is bounded by the list; what else members come to is any number. */
    private static KeyDomain of(Operand.MemberAggregate aggregate) {
        return aggregate
                .of()
                .map(of ->
                        ordered(aggregate.type(), of.field().decimals(), Bounds.of(LARGEST_SUM.negate(), LARGEST_SUM)))
                .orElseGet(() -> ordered(
                        ValueType.INTEGER,
                        0,
                        Bounds.of(
                                leastCount(aggregate),
                                BigDecimal.valueOf(aggregate.list().field().mostMembers()))));
    }

    /** Where no condition leaves a member out, there are as many as the list has at least. */
    private static BigDecimal leastCount(Operand.MemberAggregate aggregate) {
        return aggregate
                .list()
                .field()
                .range()
                .filter(range -> aggregate.conditions().isEmpty())
                .map(Field.Range::min)
                .orElse(BigDecimal.ZERO);
    }

    private static KeyDomain of(Field field) {
        return switch (field.type()) {
            case TEXT -> new KeyDomain(ValueType.TEXT, 0, Optional.empty(), List.of());
            case CONSTANT -> listed(ValueType.CONSTANT, constants(field));
            case BOOLEAN -> listed(ValueType.BOOLEAN, List.of(true, false));
            case DATE -> days();
            case MEMBERS -> throw new IllegalArgumentException("A list is no key: " + field.name());
            case INTEGER, DECIMAL ->
                ordered(
                        field.type(),
                        field.decimals(),
                        field.range()
                                .map(range -> Bounds.of(range.min(), range.max()))
                                .orElse(Bounds.of(LARGEST_INT.negate(), LARGEST_INT)));
        };
    }

    private static List<Object> constants(Field field) {
        return List.copyOf(field.constants().map(EnumType::constants).orElse(List.of()));
    }

    private static KeyDomain listed(ValueType type, List<Object> values) {
        return new KeyDomain(type, 0, Optional.empty(), values);
    }

    private static KeyDomain ordered(ValueType type, int decimals, Bounds bounds) {
        return new KeyDomain(type, decimals, Optional.of(bounds), List.of());
    }

    private static KeyDomain days() {
        return ordered(
                ValueType.DATE,
                0,
                Bounds.of(
                        BigDecimal.valueOf(LocalDate.of(Field.FIRST_YEAR, 1, 1).toEpochDay()),
                        BigDecimal.valueOf(LocalDate.of(Field.LAST_YEAR, 12, 31).toEpochDay())));
    }

    private static KeyDomain of(Operand.WeightedSum sum) {
        Bounds bounds = Bounds.of(sum.constant());
        int decimals = Math.max(0, sum.constant().scale());
        for (Operand.WeightedSum.Term term : sum.terms()) {
            KeyDomain number = of(term.number());
            bounds = bounds.plus(number.numbers().orElseThrow().times(term.factor()));
            decimals = Math.max(
                    decimals, number.decimals + Math.max(0, term.factor().scale()));
        }
        return ordered(ValueType.DECIMAL, decimals, bounds);
    }

    /** Those of the listed values that pass a test; where none does, it is as empty as that of any text. */
    KeyDomain only(Predicate<Object> test) {
        return listed(type, listed.stream().filter(test).toList());
    }

    /** The same values, as far as they lie within other limits. */
    public KeyDomain within(Bounds others) {
        return new KeyDomain(type, decimals, numbers.map(all -> narrowed(all, others)), listed);
    }

    private static Bounds narrowed(Bounds all, Bounds others) {
        return Bounds.of(
                others.least().map(least(all)::max).orElse(least(all)),
                others.most().map(most(all)::min).orElse(most(all)));
    }

    /**
     * Those of these values that a table can be expected to have: of days, those from its first one on; of texts, those
     * that it names.
     *
     * @param key the index of the key
     */
    public KeyDomain inTable(Table table, int key) {
        if (type == ValueType.TEXT) {
            return listed(
                    ValueType.TEXT,
                    table.rows().stream()
                            .flatMap(row -> row.cells().get(key).only().stream())
                            .distinct()
                            .toList());
        }
        if (type != ValueType.DATE) {
            return this;
        }
        Optional<BigDecimal> first = table.rows().stream()
                .flatMap(row -> ((Cell.Between) row.cells().get(key)).steps().least().stream())
                .min(BigDecimal::compareTo);
        return within(new Bounds(first, Optional.empty()));
    }

    /** The one value that is left, as {@link Cell#normal} has it; empty where there are several. */
    public Optional<Object> value() {
        return numbers.isPresent()
                ? numbers.filter(Bounds::isKnown).flatMap(Bounds::least).map(BigDecimal::stripTrailingZeros)
                : listed.size() == 1 ? Optional.of(listed.get(0)) : Optional.empty();
    }

    /** Whether one of these values is in a cell. */
    public boolean meets(Cell cell) {
        return numbers.map(all -> ((Cell.Between) cell).overlaps(least(all), most(all)))
                .orElseGet(() -> isAnyText() || listed.stream().anyMatch(cell::contains));
    }

    /** Whether these are all texts, of which no table can name each. */
    boolean isAnyText() {
        return numbers.isEmpty() && listed.isEmpty();
    }

    /** How many values these are; they are not all texts. */
    BigInteger size() {
        return numbers.map(all -> steps(least(all), most(all))).orElseGet(() -> BigInteger.valueOf(listed.size()));
    }

    /** How many of these values are in a cell; they are not all texts. */
    BigInteger sizeIn(Cell cell) {
        return numbers.map(all -> narrowed(all, ((Cell.Between) cell).steps()))
                .map(both -> steps(least(both), most(both)))
                .orElseGet(() -> BigInteger.valueOf(
                        listed.stream().filter(cell::contains).count()));
    }

    /** How many numbers of the key there are from one to another. */
    private BigInteger steps(BigDecimal least, BigDecimal most) {
        BigInteger first =
                least.movePointRight(decimals).setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger last =
                most.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).toBigInteger();
        return last.subtract(first).add(BigInteger.ONE).max(BigInteger.ZERO);
    }

    private static BigDecimal least(Bounds all) {
        return all.least().orElseThrow();
    }

    private static BigDecimal most(Bounds all) {
        return all.most().orElseThrow();
    }

    /** The distance of two numbers that are next to each other. */
    BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    /** All operands' domains. */
    public static List<KeyDomain> of(List<Operand> keys) {
        List<KeyDomain> domains = new ArrayList<>();
        keys.forEach(key -> domains.add(of(key)));
        return domains;
    }
}
