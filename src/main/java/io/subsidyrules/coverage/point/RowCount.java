package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;

/** That a row of a table counts. */
record RowCount(Operand.Lookup lookup, Table.Row row) implements Point {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RowCount.class);

    @Override
    public Place place() {
        return row.place();
    }

    @Override
    public Text missing() {
        return TEXTS.text("row", Words.title(lookup.table()), Words.of(lookup, row));
    }

    /** Rules that look a row up by different fields look up one row. */
    @Override
    public Object identity() {
        return row;
    }

    @Override
    public boolean isReached(Trial trial) {
        return trial.parts().counts(row);
    }
}
