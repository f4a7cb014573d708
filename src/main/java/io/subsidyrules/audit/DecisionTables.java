package io.subsidyrules.audit;

import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.store.DecisionRows.DecisionRow;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.recording.store.Tag;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Compares the tables by which decisions are listed, found and summed with what their entries say. */
final class DecisionTables {

    private static final String DECISION = "decision";
    private static final String TOTALS = "decision_total";
    private static final String AWARD = "award";
    private static final String TAGGED = "decision_tag";
    private static final String DIVISION = "decision_division";

    private final Sql sql;
    private final List<Difference> differences;

    DecisionTables(Sql sql, List<Difference> differences) {
        this.sql = sql;
        this.differences = differences;
    }

    /** A row of the table of awards, beside its claim. */
    private record AwardRow(Award award, Optional<String> division) {}

    void compare(Chunk chunk) throws SQLException {
        decisions(chunk);
        awards(chunk);
        tags(chunk);
        divisions(chunk);
    }

    private void decisions(Chunk chunk) throws SQLException {
        Map<Long, List<Sum>> totals = totals(chunk);
        Map<Long, DecisionRow> rows = new HashMap<>();
        for (DecisionRow row : sql.query("""
                select sequence, id, caller, reference, applicant, ruleset, claims, total, at_stake, statuses
                from decision
                where sequence between ? and ?""", row -> decision(row, totals), chunk.from(), chunk.to())) {
            rows.put(row.sequence(), row);
        }
        chunk.decisions().forEach((sequence, expected) -> {
            DecisionRow row = rows.remove(sequence);
            if (row == null) {
                differences.add(Difference.missing(DECISION, sequence));
            } else if (!row.equals(expected.decision())) {
                differences.add(Difference.altered(DECISION, sequence));
            }
        });
        rows.keySet().stream().sorted().forEach(sequence -> differences.add(Difference.extra(DECISION, sequence)));
        totals.keySet().stream().sorted().forEach(sequence -> differences.add(Difference.extra(TOTALS, sequence)));
    }

    /** The sums in several currencies, or in another one than the yuan; taken out where a decision has them. */
    private Map<Long, List<Sum>> totals(Chunk chunk) throws SQLException {
        Map<Long, List<Sum>> totals = new HashMap<>();
        sql.query(
                """
                select sequence, position, currency, total, at_stake from decision_total
                where sequence between ? and ? order by sequence, position""",
                row -> add(row, totals.computeIfAbsent(row.getLong(1), sequence -> new ArrayList<>())),
                chunk.from(),
                chunk.to());
        return totals;
    }

    /** A sum that is not at its position is of no currency, so that it differs from what the entry says. */
    private static boolean add(ResultSet row, List<Sum> sums) throws SQLException {
        return sums.add(new Sum(
                row.getInt(2) == sums.size() ? row.getString(3) : "",
                yuan(row.getBigDecimal(4)).toPlainString(),
                yuan(row.getBigDecimal(5)).toPlainString()));
    }

    private static DecisionRow decision(ResultSet row, Map<Long, List<Sum>> totals) throws SQLException {
        long sequence = row.getLong(1);
        List<Sum> ofDecision = totals.remove(sequence);
        return new DecisionRow(
                sequence,
                row.getObject(2, UUID.class),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                yuan(row.getBigDecimal(8)),
                yuan(row.getBigDecimal(9)),
                ofDecision == null ? List.of() : ofDecision,
                List.of((String[]) row.getArray(10).getArray()));
    }

    /** With the two decimals that the ledger writes, where it has no more. */
    private static BigDecimal yuan(BigDecimal stored) {
        BigDecimal plain = stored.stripTrailingZeros();
        return plain.scale() > 2 ? plain : plain.setScale(2);
    }

    private void awards(Chunk chunk) throws SQLException {
        Map<Long, Set<AwardRow>> rows = new HashMap<>();
        sql.query(
                """
                select sequence, claim, policy, item, amount, division, currency from award
                where sequence between ? and ?""",
                row -> rows.computeIfAbsent(row.getLong(1), sequence -> new HashSet<>())
                        .add(new AwardRow(
                                new Award(
                                        row.getInt(2),
                                        row.getString(3),
                                        row.getString(4),
                                        Optional.ofNullable(row.getBigDecimal(5))
                                                .map(amount -> yuan(amount).toPlainString()),
                                        Optional.ofNullable(row.getString(7))),
                                Optional.ofNullable(row.getString(6)))),
                chunk.from(),
                chunk.to());
        Map<Long, Set<AwardRow>> expected = new HashMap<>();
        chunk.decisions().forEach((sequence, decision) -> {
            Set<AwardRow> awards = new HashSet<>();
            decision.awards().forEach(award -> awards.add(new AwardRow(award, decision.division())));
            expected.put(sequence, awards);
        });
        compare(AWARD, expected, rows);
    }

    private void tags(Chunk chunk) throws SQLException {
        Map<Long, Set<Tag>> rows = new HashMap<>();
        // There is an index by tag, and none by sequence.
        sql.query(
                """
                select tagged.sequence, policy, item, status from tag
                cross join lateral (select sequence from decision_tag
                                    where decision_tag.tag = tag.id and sequence between ? and ? offset 0) tagged""",
                row -> rows.computeIfAbsent(row.getLong(1), sequence -> new HashSet<>())
                        .add(new Tag(row.getString(2), row.getString(3), row.getString(4))),
                chunk.from(),
                chunk.to());
        Map<Long, Set<Tag>> expected = new HashMap<>();
        chunk.decisions().forEach((sequence, decision) -> expected.put(sequence, decision.tags()));
        compare(TAGGED, expected, rows);
    }

    private void divisions(Chunk chunk) throws SQLException {
        Map<Long, Set<String>> rows = new HashMap<>();
        sql.query(
                "select sequence, division from decision_division where sequence between ? and ?",
                row -> rows.computeIfAbsent(row.getLong(1), sequence -> new HashSet<>())
                        .add(row.getString(2)),
                chunk.from(),
                chunk.to());
        Map<Long, Set<String>> expected = new HashMap<>();
        chunk.decisions().forEach((sequence, decision) -> expected.put(sequence, decision.divisions()));
        compare(DIVISION, expected, rows);
    }

    private <T> void compare(String table, Map<Long, Set<T>> expected, Map<Long, Set<T>> rows) {
        expected.forEach((sequence, of) -> {
            Set<T> found = rows.getOrDefault(sequence, Set.of());
            if (!found.containsAll(of)) {
                differences.add(Difference.missing(table, sequence));
            }
            if (!of.containsAll(found)) {
                differences.add(Difference.extra(table, sequence));
            }
        });
        rows.keySet().stream()
                .filter(sequence -> !expected.containsKey(sequence))
                .sorted()
                .forEach(sequence -> differences.add(Difference.extra(table, sequence)));
    }

    /** Tags that no decision has, and decisions with a tag that there is not. */
    void compareTags() throws SQLException {
        if (!sql.query(
                        "select id from tag where not exists (select from decision_tag where tag = tag.id) limit 1",
                        row -> row.getInt(1))
                .isEmpty()) {
            differences.add(Difference.ofNone("tag"));
        }
        List<Integer> unknown = sql.query("""
                with recursive used (tag) as (
                    (select tag from decision_tag order by tag limit 1)
                    union all
                    select (select decision_tag.tag from decision_tag where decision_tag.tag > used.tag
                            order by decision_tag.tag limit 1)
                    from used where used.tag is not null)
                select tag from used
                where tag is not null and not exists (select from tag where id = used.tag)""", row -> row.getInt(1));
        if (!unknown.isEmpty()) {
            differences.add(Difference.ofNone(TAGGED));
        }
    }
}
