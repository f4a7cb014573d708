package io.subsidyrules.recording;

import io.subsidyrules.ledger.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The check that the ledger goes on where this service has left it. It does not where an older copy of the database, or a standby
 * that lagged behind, has come in its place under the running service: what was recorded since is not there, and could be
 * paid again.
 */
@ApplicationScoped
class Continuity {

    private static final Logger LOG = Logger.getLogger(Continuity.class);

    private volatile Head last = Head.START;
    private volatile boolean broken;

    /** @param head where the ledger ends now */
    boolean holds(Head head, Sql sql) throws SQLException {
        boolean holds = last.equals(Head.START) || head.hash().equals(last.hash()) || isFollowed(sql);
        if (!holds && !broken) {
            LOG.errorf(
                    "The ledger lacks what this service recorded: its entry %s was %s, and the ledger ends with the entry %s. An older copy of the database seems to have come in its place. Nothing is recorded until the database is back, or the service is started again on this one; see docs/recording.md.",
                    last.sequence(), last.hash(), head.sequence());
        }
        broken = !holds;
        return holds;
    }

    private boolean isFollowed(Sql sql) throws SQLException {
        return sql.query("select hash from ledger_entry where sequence = ?", row -> row.getString(1), last.sequence())
                .equals(List.of(last.hash()));
    }

    /** Whether the ledger was another one when it was last to be written to. */
    boolean isBroken() {
        return broken;
    }

    /** The sequence of the last entry, as this service left it; 0 before the first. */
    long sequence() {
        return last.sequence();
    }

    /** The ledger ends here, which is committed. */
    void left(Head head) {
        last = head;
    }
}
