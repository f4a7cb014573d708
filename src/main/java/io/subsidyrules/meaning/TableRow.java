package io.subsidyrules.meaning;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.text.Text;
import java.math.BigInteger;
import java.util.List;

/**
 * Requests for which every item of a table comes to the same.
 *
 * @param id a short hash of all that the row says
 * @param cells the values of the fields that matter; all others may be anything
 * @param payments what each item comes to, in the order of the table's items
 * @param classes how many combinations of classes it covers
 */
public record TableRow(String id, List<Cell> cells, List<Payment> payments, BigInteger classes) {

    public TableRow {
        cells = List.copyOf(cells);
        payments = List.copyOf(payments);
    }

    /** The outcome of each item in words, in the order of the table's items. */
    public List<Text> outcomes() {
        return payments.stream().map(PaymentWording::of).toList();
    }

    /** Whether the facts of a claim, or of the applicant alone, are in the row. */
    public boolean includes(Facts facts) {
        return cells.stream().allMatch(cell -> cell.includes(facts));
    }

    /** The best status of an item; one that a rulebook cannot be told of counts as none. */
    Status best() {
        return payments.stream()
                .flatMap(payment -> payment.status().stream())
                .reduce(Status.NOT_ELIGIBLE, Status::best);
    }
}
