package io.subsidyrules.recording.project;

import io.subsidyrules.ledger.Entry;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.recording.store.CountableAward;
import io.subsidyrules.recording.store.DecisionRows;
import io.subsidyrules.recording.store.LedgerLock;
import io.subsidyrules.recording.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Enters what was awarded before into the table of countable awards. All that limits count is in the entries of the
 * decisions, which are not touched. It goes part by part, each a transaction of its own; where it ends early, it goes
 * on there when it is run again. Two services that run it at once take turns.
 */
public final class KnownAwards {

    private static final Logger LOG = Logger.getLogger(KnownAwards.class);

    /** The decisions of one part. */
    private static final int PART = 500;

    /** The bytes of the entries of one part, but for the last. */
    private static final long MOST_BYTES = 16 << 20;

    private static final int LOGGED_PARTS = 100;

    private static final String GUARDED = """
            select set_config('subsidy.known_awards', 'entered', true), set_config('synchronous_commit', 'on', true),
                   pg_advisory_xact_lock(?)""";

    private static final String NEXT = """
            select sequence, content from (
                select sequence, content, sum(octet_length(content)) over (order by sequence)
                                          - octet_length(content) as before
                from ledger_entry join (
                    select distinct sequence from award
                    where sequence > ? and claim >= 0 and amount > 0 order by sequence limit ?) awarding
                using (sequence)) entry
            where before < ? order by sequence""";

    private final Connection connection;
    private final Sql sql;
    private final int part;

    public KnownAwards(Connection connection) {
        this(connection, PART);
    }

    /** @param part how many decisions go into one transaction at most */
    public KnownAwards(Connection connection, int part) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.part = part;
    }

    /** The entry of a decision. */
    private record Written(long sequence, String content) {

        static Written of(ResultSet row) throws SQLException {
            return new Written(row.getLong(1), row.getString(2));
        }

        List<CountableAward> countable() {
            try {
                return DecisionRows.of(Entry.read(content)).countable();
            } catch (IllegalArgumentException | DamagedResultException altered) {
                throw new IllegalStateException(
                        ("The awards of the ledger's entry %s cannot be read: it was altered. Check an export with "
                                        + "bin/verify-ledger.")
                                .formatted(sequence),
                        altered);
            }
        }
    }

    /** Enters all that is missing; at once where nothing is. */
    public void enter() throws SQLException {
        boolean automatic = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            long after = 0;
            for (int parts = 1; !isKnown(); parts++) {
                after = enterPart(after);
                connection.commit();
                if (parts % LOGGED_PARTS == 0) {
                    LOG.infof("The awards that limits count are entered: as far as the entry %s.", after);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(automatic);
        }
    }

    private boolean isKnown() throws SQLException {
        return !sql.query("select form from countable_form where form = ?", row -> row.getInt(1), CountableAward.FORM)
                .isEmpty();
    }

    /** Enters the next decisions after an entry; where there are none any more, the form is known. The last of them. */
    long enterPart(long after) throws SQLException {
        sql.query(GUARDED, row -> row.getString(1), LedgerLock.NUMBER);
        if (isKnown()) {
            return after;
        }
        List<Written> next = sql.query(NEXT, Written::of, Math.max(after, entered()), part, MOST_BYTES);
        if (next.isEmpty()) {
            sql.update("insert into countable_form (form) values (?)", CountableAward.FORM);
            return after;
        }
        List<CountableAward> rows = new ArrayList<>();
        for (Written entry : next) {
            rows.addAll(entry.countable());
        }
        CountableAward.insert(rows, sql);
        return next.get(next.size() - 1).sequence();
    }

    private long entered() throws SQLException {
        return sql.query(
                        "select coalesce(max(sequence), 0) from countable_award where form = ?",
                        row -> row.getLong(1),
                        CountableAward.FORM)
                .get(0);
    }
}
