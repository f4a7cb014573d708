package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.lookup.Gaps;
import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The comparisons that one which reads tables comes to, with the numbers that the tables can still have. */
public final class LookupCases {

    /** The combinations of numbers of several tables beyond which an equality is unknown. */
    public static final int MOST = 1_000;

    private final List<Expression.Comparison> comparisons;
    private final BooleanSupplier gap;
    private final boolean whole;

    private LookupCases(List<Expression.Comparison> comparisons, BooleanSupplier gap, boolean whole) {
        this.comparisons = List.copyOf(comparisons);
        this.gap = gap;
        this.whole = whole;
    }

    /**
     * The cases of a comparison that reads tables.
     *
     * @param values of fields and of the date; null if one is unknown
     * @param numbers those that members can come to; empty where they have none, or nothing is told of them
     */
    public static LookupCases of(
            Expression.Comparison comparison,
            Function<Operand, @Nullable Object> values,
            Function<Operand.MemberAggregate, Optional<Bounds>> numbers) {
        Keys keys = new Keys(values, numbers);
        Map<Operand.Lookup, SortedSet<BigDecimal>> possible = new LinkedHashMap<>();
        List<BooleanSupplier> gaps = new ArrayList<>();
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            List<KeyDomain> domains = keys.of(lookup);
            List<Table.Row> rows = rows(lookup.table(), domains);
            SortedSet<BigDecimal> ofRows = new TreeSet<>();
            rows.forEach(row -> ofRows.add(row.value()));
            if (ofRows.isEmpty()) {
                return new LookupCases(List.of(), () -> true, true);
            }
            possible.put(lookup, ofRows);
            gaps.add(() -> mayLack(lookup, rows, domains));
        }
        BooleanSupplier gap = () -> gaps.stream().anyMatch(BooleanSupplier::getAsBoolean);
        return comparison.operator().isEquality()
                ? equalities(comparison, possible, gap)
                : new LookupCases(extremes(comparison, possible), gap, true);
    }

    /** Comparisons without tables: one is true, or false, of all numbers where it is of these. */
    public List<Expression.Comparison> comparisons() {
        return comparisons;
    }

    /** Whether one of the tables may have no row, with which the comparison is false. It takes a while to find out. */
    public boolean mayLack() {
        return gap.getAsBoolean();
    }

    /** Whether there are not too many comparisons. */
    public boolean whole() {
        return whole;
    }

    /** Whether the comparison is false, since no row can count. */
    public boolean isNever() {
        return whole && comparisons.isEmpty();
    }

    private static List<Table.Row> rows(Table table, List<KeyDomain> domains) {
        List<Object> known =
                domains.stream().flatMap(domain -> domain.value().stream()).toList();
        return known.size() == domains.size()
                ? table.row(known).stream().toList()
                : Lookups.rows(table, domains.stream().map(KeyValues::of).toList());
    }

    /** Where nothing is known of the keys, the table itself says whether there is a gap. */
    private static boolean mayLack(Operand.Lookup lookup, List<Table.Row> rows, List<KeyDomain> domains) {
        return !lookup.complete() && (domains.equals(KeyDomain.of(lookup.keys())) || Gaps.mayBe(rows, domains));
    }

    /** The values that keys can have: one where it is known. */
    private record Keys(
            Function<Operand, @Nullable Object> values, Function<Operand.MemberAggregate, Optional<Bounds>> numbers) {

        List<KeyDomain> of(Operand.Lookup lookup) {
            return lookup.keys().stream().map(this::of).toList();
        }

        private KeyDomain of(Operand key) {
            KeyDomain all = KeyDomain.of(key);
            if (key instanceof Operand.WeightedSum || key instanceof Operand.MemberAggregate) {
                return all.within(bounds(key));
            }
            Object value = values.apply(key);
            return value == null ? all : all.only(Cell.normal(value));
        }

        private Bounds bounds(Operand number) {
            if (number instanceof Operand.MemberAggregate aggregate) {
                return numbers.apply(aggregate).orElseGet(() -> MemberNumbers.whatever(aggregate));
            }
            if (number instanceof Operand.WeightedSum sum) {
                Bounds bounds = Bounds.of(sum.constant());
                for (Operand.WeightedSum.Term term : sum.terms()) {
                    bounds = bounds.plus(bounds(term.number()).times(term.factor()));
                }
                return bounds;
            }
            Object value = values.apply(number);
            return value == null ? KeyDomain.of(number).numbers().orElseThrow() : Bounds.of(Values.decimal(value));
        }
    }

    /** An order holds between the least and the most of what its sides differ by if it holds for both. */
    private static List<Expression.Comparison> extremes(
            Expression.Comparison comparison, Map<Operand.Lookup, SortedSet<BigDecimal>> possible) {
        Expression.Comparison least = comparison;
        Expression.Comparison most = comparison;
        for (Map.Entry<Operand.Lookup, SortedSet<BigDecimal>> one : possible.entrySet()) {
            Operand.Lookup lookup = one.getKey();
            boolean rises = factor(comparison.left(), lookup).compareTo(factor(comparison.right(), lookup)) >= 0;
            BigDecimal first = one.getValue().first();
            BigDecimal last = one.getValue().last();
            least = with(least, lookup, rises ? first : last);
            most = with(most, lookup, rises ? last : first);
        }
        return least.equals(most) ? List.of(least) : List.of(least, most);
    }

    private static BigDecimal factor(Operand side, Operand.Lookup lookup) {
        if (side instanceof Operand.WeightedSum sum) {
            return sum.terms().stream()
                    .filter(term -> term.number().equals(lookup))
                    .map(Operand.WeightedSum.Term::factor)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return side.equals(lookup) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static LookupCases equalities(
            Expression.Comparison comparison,
            Map<Operand.Lookup, SortedSet<BigDecimal>> possible,
            BooleanSupplier gap) {
        List<Expression.Comparison> cases = List.of(comparison);
        for (Map.Entry<Operand.Lookup, SortedSet<BigDecimal>> one : possible.entrySet()) {
            if ((long) cases.size() * one.getValue().size() > MOST) {
                return new LookupCases(List.of(), gap, false);
            }
            List<Expression.Comparison> more = new ArrayList<>();
            for (Expression.Comparison some : cases) {
                one.getValue().forEach(number -> more.add(with(some, one.getKey(), number)));
            }
            cases = more;
        }
        return new LookupCases(cases, gap, true);
    }

    private static Expression.Comparison with(
            Expression.Comparison comparison, Operand.Lookup lookup, BigDecimal number) {
        return new Expression.Comparison(
                with(comparison.left(), lookup, number),
                comparison.operator(),
                with(comparison.right(), lookup, number));
    }

    private static Operand with(Operand operand, Operand.Lookup lookup, BigDecimal number) {
        Operand.Literal literal = new Operand.Literal(ValueType.DECIMAL, number);
        if (operand instanceof Operand.WeightedSum sum) {
            return new Operand.WeightedSum(
                    sum.terms().stream()
                            .map(term -> term.number().equals(lookup)
                                    ? new Operand.WeightedSum.Term(term.factor(), literal)
                                    : term)
                            .toList(),
                    sum.constant());
        }
        return operand.equals(lookup) ? literal : operand;
    }
}
