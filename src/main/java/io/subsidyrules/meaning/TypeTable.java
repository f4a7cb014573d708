package io.subsidyrules.meaning;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.meaning.tree.Box;
import io.subsidyrules.meaning.tree.Payment;
import io.subsidyrules.meaning.tree.Search;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Items on one type of claim, or on the applicant alone, with what they come to for every request. No hit policy is
 * needed: no two rows have a request in common, and what is paid for nothing is a row like others.
 *
 * @param claim the name of the type of claim; empty where they are on the applicant alone
 * @param title of the type
 * @param items the columns, in the order of the rules
 * @param rows the better outcomes first
 * @param classes how many combinations of classes all rows cover
 * @param doubts the reasons why rows need not be right for every value in them; none where that is proved
 */
public record TypeTable(
        Optional<String> claim,
        Text title,
        List<MeantItem> items,
        List<TableRow> rows,
        BigInteger classes,
        List<Text> doubts) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TypeTable.class);

    public TypeTable {
        items = List.copyOf(items);
        rows = List.copyOf(rows);
        doubts = List.copyOf(doubts);
    }

    static TypeTable of(Optional<String> claim, Text title, List<MeantItem> items, Search<List<Payment>> search) {
        List<TableRow> rows = new ArrayList<>();
        search.boxes().forEach(box -> rows.add(row(claim, items, box)));
        rows.sort(Comparator.comparing(TableRow::best));
        return new TypeTable(claim, title, items, rows, search.combinations(), search.doubts());
    }

    private static TableRow row(Optional<String> claim, List<MeantItem> items, Box<List<Payment>> box) {
        List<Cell> cells = Cell.of(box);
        Stream<String> subject =
                Stream.concat(claim.stream(), items.stream().map(item -> item.policy() + "/" + item.id()));
        return new TableRow(RowId.of(subject, cells, box.result()), cells, box.result(), box.combinations());
    }

    /** Whether the rows are proved to cover all requests, and each to be right for all in it. */
    public boolean isProved() {
        return doubts.isEmpty();
    }

    /** The sentence that says how much the rows cover: "These 14 rows cover all 216 classes." */
    public Text coverage() {
        return TEXTS.text(isProved() ? "coverAll" : "cover", rows.size(), classes);
    }

    /** Whether there is a request for which the item at an index is eligible or referred. */
    boolean canHold(int item) {
        return rows.stream().map(row -> row.payments().get(item).status()).anyMatch(status -> status.filter(
                        one -> one == Status.ELIGIBLE || one == Status.REFERRED)
                .isPresent());
    }
}
