package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says in one language which number of a table is meant, and which row it is. */
final class LookupWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LookupWording.class);

    private final Language language;
    private final Function<Operand, String> named;

    /** @param named the words for a key, with its article */
    LookupWording(Language language, Function<Operand, String> named) {
        this.language = language;
        this.named = named;
    }

    /** The title of a table; its name where nobody gave it one. */
    static String title(Table table, Language language) {
        return table.head()
                .title()
                .map(title -> title.in(language))
                .orElse(table.head().name());
    }

    /** The title of a list; its name where nobody gave it one. */
    static String title(ValueList list, Language language) {
        return list.title().map(title -> title.in(language)).orElse(list.name());
    }

    /** The number of a row. */
    static String number(Table table, BigDecimal number, Language language) {
        return table.head()
                .unit()
                .map(unit -> unit.with(Formats.grouped(number), language))
                .orElseGet(() -> Formats.number(number, language));
    }

    /** The number of a table, without an article. */
    String title(Operand.Lookup lookup) {
        return title(lookup, say("number"));
    }

    /** The percentage of a table, without an article. */
    String percentage(Operand.Lookup lookup) {
        return isTitledColumn(lookup) && lookup.table().head().unit().isEmpty()
                ? say("columnAsPercentage", title(lookup))
                : title(lookup, say("percentage"));
    }

    /** The money of a table, without an article. */
    String amount(Operand.Lookup lookup, Currency currency) {
        return isTitledColumn(lookup) ? title(lookup) : title(lookup, say("amount", currency.unit()));
    }

    private String title(Operand.Lookup lookup, String number) {
        if (lookup.keys().isEmpty()) {
            return say("numberAlone", title(lookup.table(), language), number);
        }
        String keys = Formats.listed(lookup.keys().stream().map(named).toList(), say("and"), language);
        String title = title(lookup.table(), language);
        if (isTitledColumn(lookup)) {
            return say("columnOf", title, keys);
        }
        return say(lookup.table().head().ofEnum() ? "valueOf" : "numberOfTable", title, keys, number);
    }

    private static boolean isTitledColumn(Operand.Lookup lookup) {
        Table.Head head = lookup.table().head();
        return head.ofEnum() && head.title().isPresent() && !lookup.keys().isEmpty();
    }

    /** The row of a table with its number: "table of awards, growth more than 150%: 400,000". */
    String row(Operand.Lookup lookup, Table.Row row, String number) {
        String title = title(lookup.table(), language);
        if (lookup.keys().isEmpty()) {
            return say("rowAlone", title, number);
        }
        return say(lookup.table().head().ofEnum() ? "rowOfEnum" : "rowOfTable", title, cells(lookup, row), number);
    }

    /** The values of all cells of a row. */
    String cells(Operand.Lookup lookup, Table.Row row) {
        List<String> cells = new ArrayList<>();
        for (int key = 0; key < lookup.keys().size(); key++) {
            Operand operand = lookup.keys().get(key);
            String values = values(operand, row.cells().get(key));
            cells.add(
                    lookup.table().head().ofEnum()
                            ? values
                            : say("cell", named.apply(operand).replaceFirst("^the ", ""), values));
        }
        return String.join(say("comma"), cells);
    }

    /** The values of a cell, for a key: "from 20,000,000 to below 100,000,000", "more than 150%". */
    String values(Operand key, Cell cell) {
        if (cell instanceof Cell.One one) {
            return one.value() instanceof Constant constant
                    ? constant.title().in(language)
                    : Formats.value(one.value(), language);
        }
        Cell.Between between = (Cell.Between) cell;
        if (between.only().isPresent()) {
            return value(key, (BigDecimal) between.only().get());
        }
        if (between.from().isEmpty() && between.to().isEmpty()) {
            return say("any");
        }
        Optional<String> from = between.from().map(limit -> value(key, limit));
        if (key.type() == ValueType.DATE) {
            Optional<String> last = between.steps().most().map(limit -> value(key, limit));
            return from.isPresent() && last.isPresent()
                    ? say("days", from.get(), last.get())
                    : from.map(day -> say("sinceDay", day)).orElseGet(() -> say("untilDay", last.orElseThrow()));
        }
        Optional<String> to = between.to().map(limit -> value(key, limit));
        if (from.isPresent() && to.isPresent()) {
            return say("fromBelow", from.get(), to.get());
        }
        return from.isPresent()
                ? say(between.withFrom() ? "orMore" : "moreThan", from.get())
                : say(between.withTo() ? "orLess" : "lessThan", to.orElseThrow());
    }

    private String value(Operand key, BigDecimal limit) {
        if (key.type() == ValueType.DATE) {
            return Formats.date(LocalDate.ofEpochDay(limit.longValueExact()), language);
        }
        Optional<Field> field = key instanceof Operand.FieldValue value ? Optional.of(value.field()) : Optional.empty();
        return field.filter(known -> known.type() == ValueType.DECIMAL)
                .map(known -> Formats.value(known, limit, language))
                .orElseGet(() -> SumWording.isMoney(key) ? Formats.number(limit, language) : Formats.plain(limit));
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
