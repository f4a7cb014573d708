package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.lookup.ReachedKeys;
import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of the tables that rules and limits read, without those that no key can reach where they are read. */
final class TablePoints {

    private final RuleBook book;

    TablePoints(RuleBook book) {
        this.book = book;
    }

    /** The rows in the order of reading, once each. */
    Stream<Point> all() {
        Stream<Point> ofRules = book.rules().stream().flatMap(rule -> ReadTables.of(rule).stream()
                .flatMap(lookup -> rows(lookup, ReachedKeys.of(lookup, rule))));
        Stream<Point> ofLimits = book.limits().stream()
                .flatMap(limit -> ReadTables.of(limit).stream())
                .flatMap(lookup -> rows(lookup, Optional.of(KeyDomain.of(lookup.keys()))));
        return Stream.concat(ofRules, ofLimits);
    }

    private static Stream<Point> rows(Operand.Lookup lookup, Optional<List<KeyDomain>> keys) {
        return lookup.table().rows().stream()
                .filter(row -> keys.filter(domains -> isReached(row, domains)).isPresent())
                .map(row -> new RowCount(lookup, row));
    }

    private static boolean isReached(Table.Row row, List<KeyDomain> keys) {
        return IntStream.range(0, keys.size())
                .allMatch(key -> keys.get(key).meets(row.cells().get(key)));
    }
}
