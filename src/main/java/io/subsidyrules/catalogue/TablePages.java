package io.subsidyrules.catalogue;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.engine.wording.RowWording;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Prints the tables and lists that the rules of a policy read, in one language. */
final class TablePages {

    private final RuleBook book;
    private final Language language;

    TablePages(RuleBook book, Language language) {
        this.book = book;
        this.language = language;
    }

    /** The tables in the order of reading; each as the first rule looks it up. */
    List<PolicyView.Table> tables(Policy policy) {
        Map<Table, Operand.Lookup> first = new LinkedHashMap<>();
        Stream.concat(
                        book.rules().stream()
                                .filter(rule -> rule.policy().equals(policy.id()))
                                .flatMap(rule -> ReadTables.of(rule).stream()),
                        book.limits().stream()
                                .filter(limit -> limit.policy().equals(policy.id()))
                                .flatMap(limit -> ReadTables.of(limit).stream()))
                .forEach(lookup -> first.putIfAbsent(lookup.table(), lookup));
        return first.values().stream().map(this::table).toList();
    }

    private PolicyView.Table table(Operand.Lookup lookup) {
        Table table = lookup.table();
        return new PolicyView.Table(
                table.head().name(),
                RowWording.title(table, language),
                lookup.keys().stream()
                        .map(key -> Phrases.heading(RowWording.key(key, language)))
                        .toList(),
                table.rows().stream().map(row -> row(lookup, row)).toList());
    }

    private PolicyView.Row row(Operand.Lookup lookup, Table.Row row) {
        List<String> cells = new ArrayList<>();
        for (int key = 0; key < lookup.keys().size(); key++) {
            cells.add(RowWording.cell(lookup.keys().get(key), row.cells().get(key), language));
        }
        return new PolicyView.Row(cells, row.value(), RowWording.number(lookup.table(), row.value(), language));
    }

    /** The lists in the order of reading. */
    List<PolicyView.Values> lists(Policy policy) {
        Set<ValueList> lists = new LinkedHashSet<>();
        book.rules().stream()
                .filter(rule -> rule.policy().equals(policy.id()))
                .forEach(rule -> lists.addAll(ReadTables.lists(rule)));
        book.limits().stream()
                .filter(limit -> limit.policy().equals(policy.id()))
                .forEach(limit -> lists.addAll(ReadTables.lists(limit)));
        return lists.stream().map(this::list).toList();
    }

    private PolicyView.Values list(ValueList list) {
        String title = RowWording.title(list, language);
        int count = list.values().size();
        return new PolicyView.Values(
                list.name(), title, count, CataloguePages.words(language).say("values", title, count));
    }
}
