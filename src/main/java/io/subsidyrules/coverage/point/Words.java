package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.engine.wording.RowWording;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The words for conditions, fields and values within the sentences on what is missing. */
final class Words {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Words.class);

    private Words() {}

    /** A condition in plain words; as the file writes it, where it is a pattern that nobody gave a sentence. */
    static Text of(Condition condition) {
        return condition.title().isEmpty() && condition.expression().hasPattern()
                ? new Text(condition.source(), condition.source())
                : Wording.of(condition);
    }

    /** A comparison in plain words. */
    static Text of(Expression comparison) {
        return Wording.of(comparison);
    }

    /** A field, or a number that is worked out, without an article. */
    static Text of(Operand operand) {
        return inBoth(language -> RowWording.key(operand, language));
    }

    /** A value of an operand. */
    static Text of(Operand operand, Object value) {
        return inBoth(language -> operand instanceof Operand.FieldValue field
                ? Formats.value(field.field(), value, language)
                : Formats.value(value, language));
    }

    /** The title of a table. */
    static Text title(Table table) {
        return inBoth(language -> RowWording.title(table, language));
    }

    /** The values of a row's keys; of a table without keys its number. */
    static Text of(Operand.Lookup lookup, Table.Row row) {
        return inBoth(language -> of(lookup, row, language));
    }

    private static String of(Operand.Lookup lookup, Table.Row row, Language language) {
        List<String> cells = new ArrayList<>();
        for (int key = 0; key < lookup.keys().size(); key++) {
            Operand operand = lookup.keys().get(key);
            cells.add(TEXTS.text(
                    "cell",
                    language,
                    RowWording.key(operand, language),
                    RowWording.cell(operand, row.cells().get(key), language)));
        }
        return cells.isEmpty()
                ? RowWording.number(lookup.table(), row.value(), language)
                : String.join(TEXTS.text("comma", language), cells);
    }

    private static Text inBoth(Function<Language, String> words) {
        return new Text(words.apply(Language.EN), words.apply(Language.ZH));
    }
}
