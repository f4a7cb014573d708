package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the values of keys for which a table has no row: one key after the other, in the parts that its rows make. */
public final class Gaps {

    /** The rows looked at beyond which the search is given up. */
    private static final int EFFORT = 200_000;

    private static final Comparator<Optional<BigDecimal>> NOTHING_FIRST = Comparator.comparing(
                    (Optional<BigDecimal> number) -> number.isPresent())
            .thenComparing(number -> number.orElse(BigDecimal.ZERO));

    private final int most;
    private final List<KeyDomain> domains;
    private final List<Gap> found = new ArrayList<>();
    private int effort;

    private Gaps(List<KeyDomain> domains, int most) {
        this.domains = domains;
        this.most = most;
    }

    /**
     * Values for which there is no row.
     *
     * @param cells the values of each key, in the order of the keys; of those that are not named, any
     */
    public record Gap(List<Cell> cells) {
        public Gap {
            cells = List.copyOf(cells);
        }
    }

    /** The first gaps of a table for all values that its keys can have, as far as they are soon found. */
    public static List<Gap> of(Table table, List<KeyDomain> domains, int most) {
        Gaps gaps = new Gaps(domains, most);
        gaps.search(table.rows(), 0, List.of());
        return gaps.found;
    }

    /**
     * Whether there is no row for some of these values. No two rows count for the same ones, so that each has a row
     * where the rows have as many of them as there are.
     *
     * @param rows those of a table that can have some of the values
     */
    public static boolean mayBe(List<Table.Row> rows, List<KeyDomain> domains) {
        if (domains.stream().anyMatch(KeyDomain::isAnyText)) {
            return true;
        }
        BigInteger without = domains.stream().map(KeyDomain::size).reduce(BigInteger.ONE, BigInteger::multiply);
        for (Table.Row row : rows) {
            without = without.subtract(sizeOf(row, domains));
        }
        return without.signum() > 0;
    }

    private static BigInteger sizeOf(Table.Row row, List<KeyDomain> domains) {
        BigInteger size = BigInteger.ONE;
        for (int key = 0; key < domains.size() && size.signum() > 0; key++) {
            size = size.multiply(domains.get(key).sizeIn(row.cells().get(key)));
        }
        return size;
    }

    private boolean isOver() {
        return found.size() >= most || effort > EFFORT;
    }

    private void search(List<Table.Row> rows, int key, List<Cell> chosen) {
        if (isOver()) {
            return;
        }
        if (rows.isEmpty()) {
            found.add(new Gap(chosen));
            return;
        }
        if (key == domains.size()) {
            return;
        }
        KeyDomain domain = domains.get(key);
        if (domain.numbers().isPresent()) {
            ordered(rows, key, chosen, domain, domain.numbers().get());
        } else if (domain.isAnyText()) {
            texts(rows, key, chosen);
        } else {
            domain.listed().stream()
                    .takeWhile(value -> !isOver())
                    .forEach(value -> search(having(rows, key, value), key + 1, and(chosen, new Cell.One(value))));
        }
    }

    /** Any text that no row names is a gap. */
    private void texts(List<Table.Row> rows, int key, List<Cell> chosen) {
        rows.stream()
                .map(row -> row.cells().get(key))
                .distinct()
                .takeWhile(cell -> !isOver())
                .forEach(cell -> search(having(rows, key, cell.only().orElseThrow()), key + 1, and(chosen, cell)));
        search(List.of(), key + 1, chosen);
    }

    private void ordered(List<Table.Row> rows, int key, List<Cell> chosen, KeyDomain domain, Bounds all) {
        BigDecimal first = all.least().orElseThrow();
        BigDecimal last = all.most().orElseThrow();
        TreeSet<BigDecimal> beginnings = new TreeSet<>(List.of(first));
        for (Table.Row row : rows) {
            Bounds steps = steps(row, key);
            steps.least().ifPresent(beginnings::add);
            steps.most().ifPresent(end -> beginnings.add(end.add(domain.step())));
        }
        Deque<Table.Row> later = new ArrayDeque<>(inOrder(rows, key));
        List<Table.Row> counting = new ArrayList<>();
        for (BigDecimal from : beginnings) {
            if (isOver()) {
                return;
            }
            while (!later.isEmpty() && begins(later.peek(), key, from)) {
                counting.add(later.poll());
            }
            effort += 1 + counting.size();
            counting.removeIf(row -> !row.cells().get(key).contains(from));
            if (from.compareTo(first) >= 0 && from.compareTo(last) <= 0) {
                Optional<BigDecimal> next =
                        Optional.ofNullable(beginnings.higher(from)).filter(other -> other.compareTo(last) <= 0);
                Optional<BigDecimal> begin = Optional.of(from).filter(other -> other.compareTo(first) > 0);
                search(
                        List.copyOf(counting),
                        key + 1,
                        and(chosen, Cell.Between.of(begin, true, next, false, domain.decimals())));
            }
        }
    }

    private static List<Table.Row> inOrder(List<Table.Row> rows, int key) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> steps(row, key).least(), NOTHING_FIRST))
                .toList();
    }

    private static boolean begins(Table.Row row, int key, BigDecimal from) {
        return steps(row, key).least().map(least -> least.compareTo(from) <= 0).orElse(true);
    }

    private static Bounds steps(Table.Row row, int key) {
        return ((Cell.Between) row.cells().get(key)).steps();
    }

    private List<Table.Row> having(List<Table.Row> rows, int key, Object value) {
        effort += rows.size();
        return rows.stream().filter(row -> row.cells().get(key).contains(value)).toList();
    }

    private static List<Cell> and(List<Cell> chosen, Cell cell) {
        List<Cell> all = new ArrayList<>(chosen);
        all.add(cell);
        return all;
    }
}
