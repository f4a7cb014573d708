package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.engine.fact.Lookups;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says the rows of tables: those that count for somebody, and all of a table. */
public final class RowWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RowWording.class);

    private RowWording() {}

    private static LookupWording words(Language language) {
        return new LookupWording(language, Wording.comparing(language)::named);
    }

    /** The title of a table; its name where nobody gave it one. */
    public static String title(Table table, Language language) {
        return LookupWording.title(table, language);
    }

    /** The title of a list; its name where nobody gave it one. */
    public static String title(ValueList list, Language language) {
        return LookupWording.title(list, language);
    }

    /** The words for a key, without an article. */
    public static String key(Operand key, Language language) {
        return Wording.comparing(language).named(key).replaceFirst("^the ", "");
    }

    /** The values of a cell, for a key: "from 20,000,000 to below 100,000,000", "more than 150%". */
    public static String cell(Operand key, Cell cell, Language language) {
        return words(language).values(key, cell);
    }

    /** The number of a row. */
    public static String number(Table table, BigDecimal number, Language language) {
        return LookupWording.number(table, number, language);
    }

    /**
     * The rows that count for a comparison, with their numbers; empty where it reads no table, or a key is unknown.
     *
     * @param values of fields and of the date
     */
    public static Optional<Text> rows(Expression expression, Function<Operand, @Nullable Object> values) {
        if (!(expression instanceof Expression.Comparison comparison) || !comparison.hasLookup()) {
            return Optional.empty();
        }
        boolean any = ReadTables.of(comparison).stream()
                .anyMatch(lookup -> Lookups.row(lookup, values).isPresent());
        return any ? Optional.of(Wording.inBoth(language -> rows(comparison, values, language))) : Optional.empty();
    }

    private static String rows(
            Expression.Comparison comparison, Function<Operand, @Nullable Object> values, Language language) {
        List<String> rows = new ArrayList<>();
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            Lookups.row(lookup, values).ifPresent(row -> rows.add(row(lookup, row, language)));
        }
        return String.join(TEXTS.text("semicolon", language), rows);
    }

    /** A row with its number; of a table without keys the number alone. */
    private static String row(Operand.Lookup lookup, Table.Row row, Language language) {
        String number = number(lookup.table(), row.value(), language);
        return lookup.keys().isEmpty()
                ? number
                : TEXTS.text("row", language, words(language).cells(lookup, row), number);
    }
}
