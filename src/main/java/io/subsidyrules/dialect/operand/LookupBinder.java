package io.subsidyrules.dialect.operand;

import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks up the numbers of tables, and those of the columns of enums. */
final class LookupBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LookupBinder.class);

    private LookupBinder() {}

    /**
     * The number of a table.
     *
     * @param operand looks up a key
     * @throws SyntaxException if a key cannot be one, or the table does not have such keys
     */
    static Operand bind(Syntax.Lookup written, Function<Syntax.Operand, Operand> operand, Scope scope) {
        List<Operand> keys = new ArrayList<>();
        for (Syntax.Operand key : written.keys()) {
            Operand bound = operand.apply(key);
            if (bound.hasLookup() || bound instanceof Operand.Literal || bound instanceof Operand.Shifted) {
                throw new SyntaxException(
                        key.place(), FaultCode.TABLE_KEY, written.table().text());
            }
            keys.add(bound);
        }
        return scope.known().tables().lookup(written, keys);
    }

    /** The number that an enum has for the constant of a field; empty where it has no such column. */
    static Optional<Operand> column(Operand of, Syntax.Name column) {
        return constants(of)
                .flatMap(type -> type.column(column.text()))
                .map(table -> new Operand.Lookup(table, List.of(of), true));
    }

    /** The columns that a field's enum has; empty where it has none. */
    static Optional<Text> columns(Operand of, Syntax.Name written) {
        List<String> names = constants(of).map(EnumType::columns).orElse(List.of()).stream()
                .map(column -> column.head().name())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.text(
                        "columns", Spelling.remedy(written.text(), names).get()));
    }

    private static Optional<EnumType> constants(Operand of) {
        return of instanceof Operand.FieldValue value && value.type() == ValueType.CONSTANT
                ? value.field().constants()
                : Optional.empty();
    }
}
