package io.subsidyrules.meaning;

import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.text.Text;
import java.util.List;

/**
 * Requests for which an item comes to something else.
 *
 * @param id a short hash of all that the row says
 * @param cells the values of the fields that matter; all others may be anything
 */
public record ChangedRow(String id, MeantItem item, List<Cell> cells, Payment before, Payment after) {

    public ChangedRow {
        cells = List.copyOf(cells);
    }

    static ChangedRow of(MeantItem item, List<Cell> cells, Payment before, Payment after) {
        return new ChangedRow(RowId.of(item, cells, List.of(before, after)), item, cells, before, after);
    }

    /** Whether the facts of a claim, or of the applicant alone, are among those that come to something else. */
    public boolean includes(Facts facts) {
        return cells.stream().allMatch(cell -> cell.includes(facts));
    }

    /** The outcome before in words: "eligible: 1,000,000.00 yuan". */
    public Text wordsBefore() {
        return PaymentWording.of(before);
    }

    /** The outcome after in words. */
    public Text wordsAfter() {
        return PaymentWording.of(after);
    }
}
