package io.subsidyrules.recording;

import io.subsidyrules.ledger.Head;
import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Text;
import io.subsidyrules.recording.NotRecordedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The one judge of whether the ledger may be written to and signed. It may not where it does not go on where this service has left
 * it: an older copy of the database, or a standby that lagged behind, has come in its place under the running service, so that
 * what was recorded since could be paid again. Nor may it where an audit found something in it that nobody can have
 * recorded. Safe for many threads.
 */
@ApplicationScoped
public class Continuity {

    private static final Logger LOG = Logger.getLogger(Continuity.class);

    private volatile Head last = Head.START;
    private volatile boolean broken;
    private volatile Optional<Text> suspicion = Optional.empty();

    Continuity() {}

    /**
     * Takes in that entries, or tables beside them, are not as they were written: nothing is recorded or signed until {@link
     * #clear}. The log says it once.
     *
     * @param finding a sentence that says what is wrong and where, and one that says what to do
     */
    public void suspect(Text finding) {
        Optional<Text> found = Optional.of(finding);
        if (!found.equals(suspicion)) {
            suspicion = found;
            LOG.errorf(
                    "The ledger is not as it was written, so nothing is recorded or signed until it is mended: %s",
                    finding.in(Language.EN));
        }
    }

    /** Takes in that a later audit, from the first entry to the last, found nothing any more. */
    public void clear() {
        if (suspicion.isPresent()) {
            suspicion = Optional.empty();
            LOG.info("The ledger is as it was written again, and is recorded in.");
        }
    }

    /**
     * Why the ledger may not be written to or signed; empty where it may.
     *
     * @param head where the ledger ends now
     */
    Optional<Reason> refusal(Head head, Sql sql) throws SQLException {
        boolean holds = last.equals(Head.START) || head.hash().equals(last.hash()) || isFollowed(sql);
        if (!holds && !broken) {
            LOG.errorf(
                    "The ledger lacks what this service recorded: its entry %s was %s, and the ledger ends with the entry %s. An older copy of the database seems to have come in its place. Nothing is recorded until the database is back, or the service is started again on this one; see docs/recording.md.",
                    last.sequence(), last.hash(), head.sequence());
        }
        broken = !holds;
        return broken ? Optional.of(Reason.OTHER_LEDGER) : suspicion.map(found -> Reason.ALTERED_LEDGER);
    }

    private boolean isFollowed(Sql sql) throws SQLException {
        return sql.query("select hash from ledger_entry where sequence = ?", row -> row.getString(1), last.sequence())
                .equals(List.of(last.hash()));
    }

    /** Whether the ledger may not be written to or signed, as it was seen last. */
    boolean isBroken() {
        return broken || suspicion.isPresent();
    }

    /** Why the ledger may not be written to or signed, as it was seen last, for those who run the service. */
    Optional<String> reason() {
        return broken
                ? Optional.of("The ledger lacks what this service recorded; the log says which entry.")
                : suspicion.map(found -> found.in(Language.EN));
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
