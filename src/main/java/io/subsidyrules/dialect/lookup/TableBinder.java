package io.subsidyrules.dialect.lookup;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.table.CsvFile;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Shortened;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up the tables and lists that the rules of one policy name, and reads their cells as the rules' fields. */
public final class TableBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TableBinder.class);

    private final String folder;
    private final TableFiles files;
    private final Map<String, Text> titles;
    private final Faults faults;
    private final Map<List<Object>, Optional<Table>> tables = new HashMap<>();
    private final Map<List<Object>, Optional<ValueList>> lists = new HashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    /**
     * A binder for the rules of a policy.
     *
     * @param titles those that the policy gives its files, by their names
     */
    public TableBinder(String folder, TableFiles files, Map<String, Text> titles, Faults faults) {
        this.folder = folder;
        this.files = files;
        this.titles = Map.copyOf(titles);
        this.faults = faults;
    }

    /**
     * The number that a table has for some keys.
     *
     * @throws SyntaxException if there is no such table, its columns are not those of the keys, or a row has a fault
     */
    public Operand.Lookup lookup(Syntax.Lookup written, List<Operand> keys) {
        CsvFile file = file(written.table());
        used.add(file.path());
        TableColumns columns = TableColumns.of(file, keys, written.table().place());
        List<Operand> all = columns.keys();
        List<Object> signature = new ArrayList<>(all);
        signature.add(columns);
        Table table = tables.computeIfAbsent(signature, first -> read(file, columns))
                .orElseThrow(SyntaxException::toldElsewhere);
        return new Operand.Lookup(table, all, !Gaps.mayBe(table.rows(), KeyDomain.of(all)));
    }

    /** The paths of the files that were looked up. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    private CsvFile file(Syntax.Name name) {
        return files.file(folder, name.text()).orElseThrow(() -> unknown(name, FaultCode.UNKNOWN_TABLE));
    }

    private SyntaxException unknown(Syntax.Name name, FaultCode code) {
        return files.isUnread(folder, name.text())
                ? SyntaxException.toldElsewhere()
                : new SyntaxException(
                        name.place(), code, name.text(), folder, Spelling.remedy(name.text(), files.names(folder)));
    }

    /** The table; empty, with faults, where a row is wrong. */
    private Optional<Table> read(CsvFile file, TableColumns columns) {
        if (file.rows().size() > Limits.TABLE_ROWS) {
            faults.add(
                    file.rows().get(Limits.TABLE_ROWS).get(0).place(),
                    FaultCode.TOO_MANY,
                    TEXTS.text("rowsOfTable"),
                    Limits.TABLE_ROWS);
            return Optional.empty();
        }
        List<CellReader> readers = columns.keys().stream().map(CellReader::new).toList();
        List<Table.Row> rows = new ArrayList<>();
        for (List<CsvFile.Written> written : file.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (int key = 0; key < readers.size(); key++) {
                cell(written.get(columns.columns().get(key)), columns, key, readers.get(key))
                        .ifPresent(cells::add);
            }
            Optional<BigDecimal> value = number(written.get(columns.value()));
            if (value.isPresent() && cells.size() == readers.size()) {
                rows.add(new Table.Row(written.get(0).place(), cells, value.get()));
            }
        }
        if (rows.size() < file.rows().size()) {
            return Optional.empty();
        }
        List<Table.Row> dated =
                columns.day().isPresent() ? Timeline.of(rows, columns.day().get()) : rows;
        return doNotOverlap(dated, columns.day())
                ? Optional.of(new Table(head(file, columns), dated))
                : Optional.empty();
    }

    private Table.Head head(CsvFile file, TableColumns columns) {
        return new Table.Head(
                file.name(),
                false,
                Optional.ofNullable(titles.get(file.name())),
                Optional.empty(),
                columns.columns().stream()
                        .map(column -> file.headings().get(column).text())
                        .toList(),
                Place.startOf(file.path()));
    }

    private Optional<Cell> cell(CsvFile.Written written, TableColumns columns, int key, CellReader reader) {
        boolean from = columns.day().filter(day -> day == key).isPresent();
        Optional<Cell> cell = from
                ? CellReader.date(written.text()).flatMap(day -> reader.cell(">=" + day))
                : reader.cell(written.text());
        if (cell.isEmpty()) {
            wrong(written, from ? TEXTS.text("day") : reader.remedy(written.text()));
        }
        return cell;
    }

    private Optional<BigDecimal> number(CsvFile.Written written) {
        Optional<BigDecimal> value = CellReader.number(written.text());
        if (value.isEmpty()) {
            wrong(written, TEXTS.text("number"));
        }
        return value;
    }

    private void wrong(CsvFile.Written written, Text possible) {
        faults.add(written.place(), FaultCode.TABLE_CELL, Shortened.end(written.text(), Limits.NAME), possible);
    }

    /** @param day the index of the cell with the first day of a row */
    private boolean doNotOverlap(List<Table.Row> rows, Optional<Integer> day) {
        boolean apart = true;
        for (int i = 0; i < rows.size() && !faults.isFull(rows.get(i).place().file()); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(rows.get(i), rows.get(j))) {
                    faults.add(
                            rows.get(i).place(),
                            FaultCode.ROWS_OVERLAP,
                            rows.get(j).place(),
                            TEXTS.text(isLater(rows.get(i), rows.get(j), day) ? "bandsChanged" : "oneRowCounts"));
                    apart = false;
                    break;
                }
            }
        }
        return apart;
    }

    /** Whether two rows begin on different days. */
    private static boolean isLater(Table.Row one, Table.Row other, Optional<Integer> day) {
        return day.map(key -> one.cells().get(key))
                .filter(cell -> !((Cell.Between) cell)
                        .from()
                        .equals(((Cell.Between) other.cells().get(day.get())).from()))
                .isPresent();
    }

    private static boolean overlap(Table.Row one, Table.Row other) {
        for (int key = 0; key < one.cells().size(); key++) {
            if (!one.cells().get(key).overlaps(other.cells().get(key))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The list of that name, its values read as those of a field.
     *
     * @throws SyntaxException if there is none, or a value of it cannot be one of the field
     */
    public ValueList list(Syntax.Name name, Operand.FieldValue field) {
        CsvFile file = files.fileOfWord(folder, name.text()).orElseThrow(() -> unknown(name, FaultCode.UNKNOWN_LIST));
        used.add(file.path());
        return lists.computeIfAbsent(List.of(file.path(), form(field)), first -> read(file, field, name.text()))
                .orElseThrow(SyntaxException::toldElsewhere);
    }

    /** All that decides how values are read for a field. */
    private static List<Object> form(Operand.FieldValue value) {
        Field field = value.field();
        return switch (field.type()) {
            case CONSTANT -> List.of(field.type(), field.constants());
            case TEXT -> List.of(field.type(), field.pattern().map(form -> form.pattern()), field.check());
            default -> List.of(field.type(), field.decimals());
        };
    }

    private Optional<ValueList> read(CsvFile file, Operand.FieldValue field, String name) {
        if (file.headings().size() > 1) {
            faults.add(file.headings().get(1).place(), FaultCode.BAD_TABLE, file.path(), TEXTS.text("oneColumn", name));
            return Optional.empty();
        }
        CellReader reader = new CellReader(field);
        Set<Object> values = new LinkedHashSet<>();
        boolean whole = true;
        for (List<CsvFile.Written> row : file.rows()) {
            Optional<Object> value = reader.value(row.get(0).text());
            value.ifPresent(values::add);
            if (value.isEmpty()) {
                wrong(row.get(0), reader.remedy(row.get(0).text()));
                whole = false;
            }
        }
        headingAsValue(file, reader).ifPresent(values::add);
        return whole
                ? Optional.of(new ValueList(
                        file.name(), Optional.ofNullable(titles.get(file.name())), Place.startOf(file.path()), values))
                : Optional.empty();
    }

    /** The first line where it is written as the values are, digit for digit: the list has no heading then. */
    private static Optional<Object> headingAsValue(CsvFile file, CellReader reader) {
        String heading = file.headings().get(0).text();
        boolean likeValues = shape(heading).indexOf('9') >= 0
                && file.rows().stream().anyMatch(row -> shape(row.get(0).text()).equals(shape(heading)));
        return likeValues ? reader.value(heading) : Optional.empty();
    }

    private static String shape(String written) {
        return written.replaceAll("[0-9]", "9").replaceAll("[A-Za-z]", "a");
    }
}
