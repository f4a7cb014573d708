package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds the values of keys for which a table has no row: one key after the other, in the parts that its rows make. */
public final class Gaps {

    /** The rows looked at beyond which the search is given up. */
    private static final int EFFORT = 200_000;

    private final int most;
    private final List<KeyDomain> domains;
    private final List<Optional<Object>> known;
    private final List<Gap> found = new ArrayList<>();
    private int effort;

    private Gaps(List<KeyDomain> domains, List<Optional<Object>> known, int most) {
        this.domains = domains;
        this.known = known;
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

    /** The first gaps of a table for all values that its keys can have. */
    public static List<Gap> of(Table table, List<KeyDomain> domains, int most) {
        List<Optional<Object>> nothing =
                domains.stream().map(domain -> Optional.<Object>empty()).toList();
        Gaps gaps = new Gaps(domains, nothing, most);
        gaps.search(table.rows(), 0, List.of());
        return gaps.found;
    }

    /**
     * Whether there may be no row; also where it takes too long to find out.
     *
     * @param known the values of keys that are known
     */
    public static boolean mayBe(Table table, List<KeyDomain> domains, List<Optional<Object>> known) {
        if (anyText(domains, known)) {
            return true;
        }
        Gaps gaps = new Gaps(domains, known, 1);
        gaps.search(table.rows(), 0, List.of());
        return !gaps.found.isEmpty() || gaps.effort > EFFORT;
    }

    /** Whether a text is not known: some texts are in no row. */
    private static boolean anyText(List<KeyDomain> domains, List<Optional<Object>> known) {
        return IntStream.range(0, domains.size())
                .anyMatch(key -> known.get(key).isEmpty()
                        && domains.get(key).numbers().isEmpty()
                        && domains.get(key).listed().isEmpty());
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
        if (known.get(key).isPresent()) {
            Object value = known.get(key).get();
            search(having(rows, key, value), key + 1, chosen);
        } else if (domain.numbers().isPresent()) {
            ordered(rows, key, chosen, domain, domain.numbers().get());
        } else if (domain.listed().isEmpty()) {
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
            Bounds steps = ((Cell.Between) row.cells().get(key)).steps();
            steps.least().ifPresent(beginnings::add);
            steps.most().ifPresent(end -> beginnings.add(end.add(domain.step())));
        }
        for (BigDecimal from : beginnings) {
            if (isOver()) {
                return;
            }
            if (from.compareTo(first) >= 0 && from.compareTo(last) <= 0) {
                Optional<BigDecimal> next =
                        Optional.ofNullable(beginnings.higher(from)).filter(other -> other.compareTo(last) <= 0);
                Optional<BigDecimal> begin = Optional.of(from).filter(other -> other.compareTo(first) > 0);
                search(
                        having(rows, key, from.stripTrailingZeros()),
                        key + 1,
                        and(chosen, Cell.Between.of(begin, true, next, false, domain.decimals())));
            }
        }
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
