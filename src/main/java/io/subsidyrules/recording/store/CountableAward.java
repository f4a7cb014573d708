package io.subsidyrules.recording.store;

import io.subsidyrules.engine.project.AwardQuery;
import io.subsidyrules.writing.LookAlikeForm;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An award of a claim as limits can count it: a row of the table of countable awards. All of it is in the decision's
 * entry.
 *
 * @param sequence that of the decision
 * @param place that of the award among those of the entry, from 0
 * @param claim the place of the claim in the request
 * @param decidedOn the day that the decision was made as of
 * @param type the name of the claim's type
 * @param keys what {@link io.subsidyrules.engine.project.ProjectText#ofKeys} makes of those of the claim's project;
 *     {@code {}} if its type tells no projects apart
 * @param applicant the applicant's id in its canonical form; empty if the request gives none
 * @param groups the hashes of the applicant's other fields with their values, in ascending order
 * @param amount with two decimals, more than nothing
 * @param currency the code of its currency by ISO 4217
 */
public record CountableAward(
        long sequence,
        int place,
        int claim,
        String policy,
        String item,
        LocalDate decidedOn,
        String type,
        String keys,
        String applicant,
        List<Long> groups,
        BigDecimal amount,
        String currency) {

    /** The form in which ids, keys and groups are compared. */
    public static final int FORM = LookAlikeForm.VERSION;

    /** The columns that {@link #read} reads, of a table by the name {@code award}. */
    public static final String COLUMNS = """
            award.sequence, award.place, award.claim, award.policy, award.item, award.decided_on, award.type,
            award.keys, award.applicant, award.groups, award.amount, award.currency""";

    static final String NO_KEYS = "{}";

    private static final String INSERT = """
            insert into countable_award
                (form, sequence, place, claim, policy, item, decided_on, type, keys, applicant, groups, amount,
                 currency)
            select ?, sequence, place, claim, policy, item, decided_on, type, keys, applicant, groups::bigint[], amount,
                   currency
            from unnest(?::bigint[], ?::int[], ?::int[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::numeric[], ?::text[])
                 as row (sequence, place, claim, policy, item, decided_on, type, keys, applicant, groups, amount,
                         currency)""";

    public CountableAward {
        groups = List.copyOf(groups);
    }

    /** The row that begins at a column, with {@link #COLUMNS}. */
    public static CountableAward read(ResultSet row, int column) throws SQLException {
        return new CountableAward(
                row.getLong(column),
                row.getInt(column + 1),
                row.getInt(column + 2),
                row.getString(column + 3),
                row.getString(column + 4),
                row.getObject(column + 5, LocalDate.class),
                row.getString(column + 6),
                row.getString(column + 7),
                row.getString(column + 8),
                Stream.of((@Nullable Long[]) row.getArray(column + 9).getArray())
                        .map(hash -> hash == null ? 0L : hash)
                        .toList(),
                row.getBigDecimal(column + 10),
                row.getString(column + 11));
    }

    /** Whose awards it is counted with. */
    public List<AwardScope> scopes() {
        List<AwardScope> scopes = new ArrayList<>();
        scopes.add(AwardScope.ofApplicant(applicant));
        if (!keys.equals(NO_KEYS)) {
            scopes.add(AwardScope.ofProject(keys));
        }
        groups.forEach(hash -> scopes.add(AwardScope.ofGroup(hash)));
        return scopes;
    }

    /** Whether a query asks for it, beside the query's scope. */
    public boolean isAskedBy(AwardQuery query) {
        return query.items().contains(new AwardQuery.Item(policy, item))
                && query.since().map(since -> !decidedOn.isBefore(since)).orElse(true);
    }

    /** Inserts rows; they come before those of the table of awards, which are refused without them. */
    public static void insert(List<CountableAward> rows, Sql sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                INSERT,
                FORM,
                values("int8", rows, CountableAward::sequence),
                values("int4", rows, CountableAward::place),
                values("int4", rows, CountableAward::claim),
                values("text", rows, CountableAward::policy),
                values("text", rows, CountableAward::item),
                values("date", rows, CountableAward::decidedOn),
                values("text", rows, CountableAward::type),
                values("text", rows, CountableAward::keys),
                values("text", rows, CountableAward::applicant),
                values("text", rows, row -> row.groups().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}"))),
                values("numeric", rows, CountableAward::amount),
                values("text", rows, CountableAward::currency));
    }

    private static Sql.Values values(String type, List<CountableAward> rows, Function<CountableAward, Object> column) {
        return new Sql.Values(type, rows.stream().map(column).toList());
    }
}
