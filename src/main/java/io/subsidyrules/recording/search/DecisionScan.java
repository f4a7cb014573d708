package io.subsidyrules.recording.search;

import io.subsidyrules.recording.store.LedgerTimes;
import io.subsidyrules.recording.store.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The sequences that a query finds, in their order, as SQL that reads one index and stops: that of the filter which
 * fewest decisions can be thought to pass. The other filters are asked for each sequence that it gives.
 *
 * <p>The planner is left no choice, as it guesses how many decisions pass, and a wrong guess reads a million rows.
 * Where a range of the pair (applicant, sequence) is asked for in the order of the pair, only the index on the pair
 * gives it, a subquery with an offset is not made a join, and a column with something appended has no index.
 */
final class DecisionScan {

    private final DecisionQuery query;
    private final List<Integer> tags;
    private final Range range;
    private final VisibleDecisions visible;

    /** Sequences, the bounds included. */
    private record Range(long lowest, long highest) {

        static final Range NONE = new Range(1, 0);

        boolean isEmpty() {
            return lowest > highest;
        }

        Range and(Range other) {
            return new Range(Math.max(lowest, other.lowest), Math.min(highest, other.highest));
        }
    }

    /** A statement with its parameters. */
    record Statement(String sql, List<@Nullable Object> parameters) {}

    private DecisionScan(DecisionQuery query, List<Integer> tags, Range range) {
        this.query = query;
        this.tags = tags;
        this.range = range;
        this.visible = new VisibleDecisions(query.visible());
    }

    /** Over what is recorded now. */
    static DecisionScan of(DecisionQuery query, Sql sql) throws SQLException {
        Range range = new Range(1, LedgerTimes.last(sql));
        if (query.from().isPresent()) {
            range = range.and(since(query.from().get(), sql));
        }
        if (query.before().isPresent()) {
            range = range.and(new Range(1, LedgerTimes.before(query.before().get(), sql)));
        }
        if (query.ruleset().isPresent()) {
            range = range.and(ofRuleset(query.ruleset().get(), sql));
        }
        return new DecisionScan(query, query.asksForItems() ? tags(query, sql) : List.of(), range);
    }

    /** Whether nothing can be found. */
    boolean isEmpty() {
        return range.isEmpty() || (query.asksForItems() && tags.isEmpty()) || visible.isNone();
    }

    /** The same, only before that sequence. */
    DecisionScan before(long sequence) {
        return new DecisionScan(query, tags, range.and(new Range(1, sequence - 1)));
    }

    /** The same, only after that sequence. */
    DecisionScan after(long sequence) {
        return new DecisionScan(query, tags, range.and(new Range(sequence + 1, Long.MAX_VALUE)));
    }

    Statement newest(int most) {
        return statement(most, " desc");
    }

    Statement oldest(int most) {
        return statement(most, "");
    }

    /** The number of rows is in the text, as a planner that does not know it takes it for a tenth of them all. */
    private Statement statement(int most, String order) {
        String end = "limit " + most;
        if (query.reference().isPresent()) {
            return ofColumn("reference", query.reference().get(), order, end);
        }
        if (query.applicant().isPresent()) {
            return ofColumn("applicant", query.applicant().get(), order, end);
        }
        if (query.asksForItems()) {
            return ofTags(order, end);
        }
        if (query.ruleset().isPresent()) {
            return ofColumn("ruleset", query.ruleset().get(), order, end);
        }
        Optional<String> own = visible.ownAlone();
        if (own.isPresent()) {
            return ofColumn("caller", own.get(), order, end);
        }
        if (visible.ofDivisionsAlone().isEmpty()) {
            return ofSequence(order, end);
        }
        return ofDivisions(order, end);
    }

    private Statement ofSequence(String order, String end) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(range.lowest(), range.highest()));
        String seen = visible.condition("found.sequence", parameters);
        return new Statement(
                "select sequence from decision found where sequence between ? and ?" + seen + " order by sequence"
                        + order + " " + end,
                parameters);
    }

    private Statement ofDivisions(String order, String end) {
        List<@Nullable Object> parameters = new ArrayList<>();
        List<String> each = new ArrayList<>();
        for (String division : visible.ofDivisionsAlone()) {
            parameters.addAll(List.of(division, range.lowest(), range.highest()));
            String seen = visible.condition("found.sequence", parameters);
            each.add("(select sequence from decision_division found where division = ? and sequence between ? and ?"
                    + seen + " order by sequence" + order + " " + end + ")");
        }
        return anyOf(each, order, end, parameters);
    }

    private Statement ofColumn(String column, String value, String order, String end) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(value, range.lowest(), value, range.highest()));
        StringBuilder sql = new StringBuilder("""
                select sequence from decision found
                where %1$s is not null
                  and (%1$s, sequence) >= (?, ?) and (%1$s, sequence) <= (?, ?)""".formatted(column));
        if (column.equals("reference") && query.applicant().isPresent()) {
            sql.append(" and found.applicant || '' = ?");
            parameters.add(query.applicant().get());
        }
        if (!column.equals("ruleset") && query.ruleset().isPresent()) {
            sql.append(" and found.ruleset || '' = ?");
            parameters.add(query.ruleset().get());
        }
        if (query.asksForItems()) {
            sql.append("\nand exists (select from decision_tag")
                    .append(" where decision_tag.sequence = found.sequence and tag = any (?) offset 0)");
            parameters.add(new Sql.Values("int4", tags));
        }
        sql.append(visible.condition("found.sequence", parameters));
        sql.append("\norder by %1$s%2$s, sequence%2$s %3$s".formatted(column, order, end));
        return new Statement(sql.toString(), parameters);
    }

    /** The first of each tag are looked for apart, and the first of these are the first of all. */
    private Statement ofTags(String order, String end) {
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder one = new StringBuilder(
                "(select sequence from decision_tag found where tag = ? and sequence between ? and ?");
        List<@Nullable Object> others = new ArrayList<>();
        if (query.ruleset().isPresent()) {
            one.append(" and exists (select from decision"
                    + " where decision.sequence = found.sequence and ruleset = ? offset 0)");
            others.add(query.ruleset().get());
        }
        one.append(visible.condition("found.sequence", others));
        one.append(" order by sequence").append(order).append(' ').append(end).append(')');
        for (int tag : tags) {
            parameters.addAll(List.of(tag, range.lowest(), range.highest()));
            parameters.addAll(others);
        }
        return anyOf(Collections.nCopies(tags.size(), one.toString()), order, end, parameters);
    }

    /** The first of all that any of some selects gives, each of which is in brackets. */
    private static Statement anyOf(List<String> each, String order, String end, List<@Nullable Object> parameters) {
        String all = String.join("\nunion all ", each);
        return new Statement(
                each.size() == 1
                        ? all.substring(1, all.length() - 1)
                        : "select distinct sequence from (" + all + ") any_of order by sequence" + order + " " + end,
                parameters);
    }

    private static Range since(Instant time, Sql sql) throws SQLException {
        OptionalLong lowest = LedgerTimes.since(time, sql);
        return lowest.isPresent() ? new Range(lowest.getAsLong(), Long.MAX_VALUE) : Range.NONE;
    }

    /** A ruleset decides for a time, and what was decided before or after it need not be looked through. */
    private static Range ofRuleset(String ruleset, Sql sql) throws SQLException {
        String all =
                "select sequence from decision where (ruleset, sequence) >= (?, 0) and (ruleset, sequence) <= (?, ?)";
        OptionalLong lowest =
                LedgerTimes.first(sql, all + " order by ruleset, sequence limit 1", ruleset, ruleset, Long.MAX_VALUE);
        OptionalLong highest = LedgerTimes.first(
                sql, all + " order by ruleset desc, sequence desc limit 1", ruleset, ruleset, Long.MAX_VALUE);
        return lowest.isPresent() ? new Range(lowest.getAsLong(), highest.getAsLong()) : Range.NONE;
    }

    private static List<Integer> tags(DecisionQuery query, Sql sql) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        if (query.item().isPresent()) {
            where.append("item = ?");
            parameters.add(query.item().get());
        } else {
            where.append("item is null");
        }
        if (query.policy().isPresent()) {
            where.append(" and policy = ?");
            parameters.add(query.policy().get());
        } else if (query.item().isEmpty()) {
            where.append(" and policy is null");
        }
        if (query.status().isPresent()) {
            where.append(" and status = ?");
            parameters.add(query.status().get().name());
        }
        return sql.query(
                "select id from tag where " + where + " order by id", row -> row.getInt(1), parameters.toArray());
    }
}
