package io.subsidyrules.recording.write;

import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.recording.IdempotencyKey;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.PaidProject;
import io.subsidyrules.recording.store.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows beside the ledger's entries that a batch adds, each table's in one statement. */
final class TableRows {

    private final List<Integer> tags = new ArrayList<>();
    private final List<Long> tagged = new ArrayList<>();

    private final Columns awards = new Columns();
    private final Columns divisions = new Columns();
    private final List<CountableAward> countable = new ArrayList<>();
    private final Columns totals = new Columns();
    private final List<PaidProject> projects = new ArrayList<>();
    private final Columns projectKeys = new Columns();
    private final Columns keys = new Columns();
    private final Columns revocations = new Columns();

    /** Rows by their columns. */
    private static final class Columns {

        private final List<List<@Nullable Object>> columns = new ArrayList<>();

        void add(@Nullable Object... row) {
            for (int i = 0; i < row.length; i++) {
                if (columns.size() == i) {
                    columns.add(new ArrayList<>());
                }
                columns.get(i).add(row[i]);
            }
        }

        void insert(Sql sql, String statement, String... types) throws SQLException {
            if (!columns.isEmpty()) {
                Object[] values = new Object[types.length];
                for (int i = 0; i < types.length; i++) {
                    values[i] = new Sql.Values(types[i], columns.get(i));
                }
                sql.update(statement, values);
            }
        }
    }

    void tag(int tag, long sequence) {
        tags.add(tag);
        tagged.add(sequence);
    }

    void award(long sequence, Award award, @Nullable String division) {
        awards.add(
                sequence,
                award.claim(),
                award.policy(),
                award.item(),
                award.amount().map(BigDecimal::new).orElse(null),
                division,
                award.currency().orElse(null));
    }

    void division(String division, long sequence) {
        divisions.add(division, sequence);
    }

    /** The sums of a decision of which one is not in yuan. */
    void totals(long sequence, List<Sum> sums) {
        for (int i = 0; i < sums.size(); i++) {
            Sum sum = sums.get(i);
            totals.add(sequence, i, sum.currency(), new BigDecimal(sum.total()), new BigDecimal(sum.atStake()));
        }
    }

    void countable(List<CountableAward> rows) {
        countable.addAll(rows);
    }

    void project(PaidProject paid) {
        projects.add(paid);
    }

    void keys(KeyFields declared, long sequence) {
        projectKeys.add(declared.type(), sequence, declared.keys());
    }

    void key(IdempotencyKey key, long sequence) {
        keys.add(key.caller(), key.key(), key.fingerprint(), sequence);
    }

    void revoked(long decision, int claim, long revocation) {
        revocations.add(decision, claim, revocation);
    }

    void insert(Sql sql) throws SQLException {
        sql.update(
                "insert into decision_tag (tag, sequence) select * from unnest(?::int[], ?::bigint[])",
                new Sql.Values("int4", tags),
                new Sql.Values("int8", tagged));
        CountableAward.insert(countable, sql);
        awards.insert(sql, """
                insert into award (sequence, claim, policy, item, amount, division, currency)
                select * from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::numeric[], ?::text[],
                                     ?::text[])""", "int8", "int4", "text", "text", "numeric", "text", "text");
        divisions.insert(sql, """
                insert into decision_division (division, sequence)
                select * from unnest(?::text[], ?::bigint[])""", "text", "int8");
        totals.insert(sql, """
                insert into decision_total (sequence, position, currency, total, at_stake)
                select * from unnest(?::bigint[], ?::int[], ?::text[], ?::numeric[],
                                     ?::numeric[])""", "int8", "int4", "text", "numeric", "numeric");
        // The round before must be seen as revoked by the trigger, so revocations come first.
        revocations.insert(sql, """
                insert into revoked_claim (decision, claim, revocation)
                select * from unnest(?::bigint[], ?::int[], ?::bigint[])""", "int8", "int4", "int8");
        PaidProject.insert(projects, sql);
        projectKeys.insert(sql, """
                insert into project_keys (type, sequence, keys)
                select * from unnest(?::text[], ?::bigint[], ?::text[])""", "text", "int8", "text");
        keys.insert(sql, """
                insert into idempotency_key (caller, key, fingerprint, sequence)
                select caller, key, decode(fingerprint, 'hex'), sequence
                from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                     as row (caller, key, fingerprint, sequence)""", "text", "text", "text", "int8");
    }
}
