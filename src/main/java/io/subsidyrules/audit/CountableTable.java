package io.subsidyrules.audit;

import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Compares the awards that limits count with what the entries say was awarded. */
final class CountableTable {

    private static final String AWARDS = "countable_award";
    private static final String FORM = "countable_form";

    private final Sql sql;
    private final List<Difference> differences;

    CountableTable(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    void compare(Chunk chunk) throws SQLException {
        Map<Place, CountableAward> rows = new HashMap<>();
        sql.query(
                "select %s from countable_award award where form = ? and sequence between ? and ?"
                        .formatted(CountableAward.COLUMNS),
                row -> {
                    CountableAward award = CountableAward.read(row, 1);
                    return rows.put(Place.of(award), award);
                },
                CountableAward.FORM,
                chunk.from(),
                chunk.to());
        chunk.decisions().forEach((sequence, decision) -> {
            for (CountableAward expected : decision.countable()) {
                CountableAward row = rows.remove(Place.of(expected));
                if (row == null) {
                    differences.add(Difference.missing(AWARDS, sequence));
                } else if (!isSame(row, expected)) {
                    differences.add(Difference.altered(AWARDS, sequence));
                }
            }
        });
        new TreeSet<>(rows.values().stream().map(CountableAward::sequence).toList())
                .forEach(sequence -> differences.add(Difference.extra(AWARDS, sequence)));
    }

    /** The place of an award in the ledger. */
    private record Place(long sequence, int place) {

        static Place of(CountableAward award) {
            return new Place(award.sequence(), award.place());
        }
    }

    /** An amount is the same with other zeros at its end. */
    private static boolean isSame(CountableAward row, CountableAward expected) {
        return row.amount().compareTo(expected.amount()) == 0
                && with(row, expected.amount()).equals(expected);
    }

    private static CountableAward with(CountableAward row, BigDecimal amount) {
        return new CountableAward(
                row.sequence(),
                row.place(),
                row.claim(),
                row.policy(),
                row.item(),
                row.decidedOn(),
                row.type(),
                row.keys(),
                row.applicant(),
                row.groups(),
                amount,
                row.currency());
    }

    /** Rows in a form that no service has, and the forms that are known. */
    void compareForms() throws SQLException {
        List<Integer> forms = sql.query("select form from countable_form", row -> row.getInt(1));
        if (!forms.contains(CountableAward.FORM)) {
            differences.add(Difference.missing(FORM, 0));
        }
        if (forms.stream().anyMatch(form -> form < 1 || form > CountableAward.FORM)) {
            differences.add(Difference.ofNone(FORM));
        }
        if (sql.query(
                        "select exists (select from countable_award where form < 1)"
                                + " or exists (select from countable_award where form > ?)",
                        row -> row.getBoolean(1),
                        CountableAward.FORM)
                .contains(true)) {
            differences.add(Difference.ofNone(AWARDS));
        }
    }
}
