package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.syntax.AnnotationNames;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the numbers that an enum has for its constants into tables of one key. */
final class ColumnBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ColumnBinder.class);
    private static final Set<String> ALLOWED = Set.of("en", "zh", AnnotationNames.UNIT);
    private static final int TITLES = 2;

    private final Faults faults;

    ColumnBinder(Faults faults) {
        this.faults = faults;
    }

    /** The columns; empty, with faults, where a constant has other values than there are columns. */
    List<Table> columns(Syntax.EnumDeclare declare, List<Constant> constants) {
        List<Syntax.FieldDeclare> fields =
                declare.fields().subList(TITLES, declare.fields().size());
        boolean whole = true;
        for (Syntax.ConstantDeclare constant : declare.constants()) {
            if (constant.values().size() != fields.size()) {
                faults.add(
                        constant.name().place(),
                        FaultCode.ENUM_COLUMNS,
                        constant.name().text(),
                        constant.values().size(),
                        fields.size());
                whole = false;
            }
        }
        List<Table> columns = new ArrayList<>();
        Map<String, Place> names = new HashMap<>();
        for (int i = 0; i < fields.size() && whole; i++) {
            Syntax.FieldDeclare field = fields.get(i);
            Place first = names.putIfAbsent(field.name().text(), field.name().place());
            if (first != null) {
                faults.add(
                        field.name().place(),
                        FaultCode.DUPLICATE_NAME,
                        field.name().text(),
                        first,
                        TEXTS.text("renameType"));
            }
            ReservedNames.checkMember(field.name(), faults);
            columns.add(column(field, i, declare, constants));
        }
        return columns;
    }

    private Table column(Syntax.FieldDeclare field, int index, Syntax.EnumDeclare declare, List<Constant> constants) {
        Annotations annotations = new Annotations(field.annotations(), ALLOWED, field.name(), faults);
        boolean whole = field.type().text().equals(ValueType.INTEGER.declared());
        if (!whole && !field.type().text().equals(ValueType.DECIMAL.declared())) {
            faults.add(
                    field.type().place(),
                    FaultCode.ENUM_COLUMN_TYPE,
                    field.name().text(),
                    field.type().text());
        }
        Optional<Text> title =
                annotations.has("en") || annotations.has("zh") ? Optional.of(annotations.title()) : Optional.empty();
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < constants.size(); i++) {
            Syntax.Name value = declare.constants().get(i).values().get(index);
            rows.add(new Table.Row(value.place(), List.of(new Cell.One(constants.get(i))), number(value, whole)));
        }
        return new Table(
                new Table.Head(
                        field.name().text(),
                        true,
                        title,
                        annotations.value(AnnotationNames.UNIT).map(unit -> new NumberUnit(unit.text(), 2)),
                        List.of(declare.name().text()),
                        field.name().place()),
                rows);
    }

    private BigDecimal number(Syntax.Name written, boolean whole) {
        BigDecimal number = OperandBinder.number(written);
        if (number.stripTrailingZeros().scale() > (whole ? 0 : NumberUnit.MOST_DECIMALS)) {
            faults.add(written.place(), FaultCode.BAD_NUMBER, written.text(), TEXTS.text("numberOfColumn"));
        }
        return number;
    }
}
