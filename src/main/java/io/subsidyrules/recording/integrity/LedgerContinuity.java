package io.subsidyrules.recording.integrity;

import io.subsidyrules.ledger.KeptHead;
import io.subsidyrules.recording.NotRecordedException.Reason;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The one judge of whether the ledger may be written to and signed. It may as long as it goes on from the end that this
 * service has left, or looked at: that entry is there as it was written, what follows is chained to it, and the last
 * entry is sealed by the ledger's key. At a start that end is the one that is kept beside the key, and the newest
 * entries are compared with the tables first. Nor may it where an audit, or a reader, found something that nobody can
 * have recorded. Safe for many threads.
 */
@ApplicationScoped
public class LedgerContinuity {

    private static final Logger LOG = Logger.getLogger(LedgerContinuity.class);

    private final HeadKeeper keeper;
    private final LedgerSigner signing;
    private final SuspectEntries suspects;
    private final AuditReport audit;
    private Optional<LedgerEnd> known = Optional.empty();
    private volatile long sequence;
    private volatile boolean caughtUp;
    private volatile boolean compared;
    private volatile Optional<Broken> broken = Optional.empty();
    private volatile Optional<Text> suspicion = Optional.empty();
    private final AtomicBoolean doubted = new AtomicBoolean();
    private volatile Optional<String> unreadable = Optional.empty();

    /** A fault of the end of the ledger. */
    private record Broken(Reason reason, Text what) {}

    LedgerContinuity(HeadKeeper keeper, LedgerSigner signing, SuspectEntries suspects, AuditReport audit) {
        this.audit = audit;
        this.keeper = keeper;
        this.signing = signing;
        this.suspects = suspects;
        sequence = keeper.kept().map(KeptHead::sequence).orElse(0L);
    }

    /**
     * Takes in that entries, or tables beside them, are not as they were written: nothing is recorded or signed until
     * {@link #clear}. The log says it once.
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

    /** Looks at what is new; why the ledger may not be written to or signed, empty if it may. */
    public synchronized Optional<Reason> refusal(Sql sql) throws SQLException {
        try {
            LedgerTail tail = new LedgerTail(sql, signing::holds);
            LedgerEnd from = known.isPresent() ? known.get() : begin(tail);
            LedgerTail.Followed followed = tail.follow(from);
            if (!followed.end().equals(from)) {
                left(followed.end());
            }
            caughtUp = followed.whole();
            compared = !audit.isAwaited(System.nanoTime());
            readAgain();
            mended();
        } catch (LedgerTail.BrokenException found) {
            broken(new Broken(found.reason(), found.what()));
        }
        return broken.map(Broken::reason)
                .or(() -> suspicion().map(found -> Reason.ALTERED_LEDGER))
                .or(() -> caughtUp && compared ? Optional.empty() : Optional.of(Reason.CATCHING_UP));
    }

    private LedgerEnd begin(LedgerTail tail) throws SQLException {
        Optional<KeptHead> kept = keeper.kept();
        LedgerEnd end = kept.isPresent() ? tail.kept(kept.get()) : tail.adopted();
        left(end);
        return end;
    }

    private void broken(Broken found) {
        if (!broken.equals(Optional.of(found))) {
            LOG.errorf(
                    "%s Nothing is recorded or signed until the database is put right. Where an older copy "
                            + "was put in its place on purpose, stop the service, delete %s and start it again; see "
                            + "docs/recording.md.",
                    found.what().in(Language.EN), keeper.path());
        }
        broken = Optional.of(found);
    }

    /**
     * Takes in that the ledger cannot be read, since the files of the database are damaged; until it is read again
     * nothing is recorded. The log says it once.
     *
     * @param said by the database, in one line
     */
    void unreadable(String said) {
        if (unreadable.isEmpty()) {
            LOG.errorf(
                    "The ledger cannot be read, so nothing is recorded or signed: %s Put the data folder, "
                            + "or the database, back from a copy; see docs/recording.md.",
                    said);
        }
        unreadable = Optional.of(said);
    }

    private void readAgain() {
        if (unreadable.isPresent()) {
            LOG.info("The ledger can be read again.");
            unreadable = Optional.empty();
        }
    }

    private void mended() {
        if (broken.isPresent()) {
            LOG.info("The ledger goes on from where this service knows it, and is recorded in again.");
            broken = Optional.empty();
        }
    }

    /** The end of the ledger as it was looked at last. */
    public synchronized LedgerEnd end() {
        return known.orElse(LedgerEnd.START);
    }

    /** The end of the ledger, all of which was looked at just now; empty if it may not be signed. */
    public synchronized Optional<LedgerEnd> toSign(Sql sql) throws SQLException {
        return refusal(sql).isPresent() ? Optional.empty() : known.filter(end -> !end.isStart());
    }

    /** Whether the ledger was looked at and may be written to, as it was seen last. */
    public boolean isOpen() {
        return caughtUp && compared && unreadable.isEmpty() && !isBroken() && !signing.isMissing();
    }

    /** Whether the ledger is not as it was written, as it was seen last. */
    public boolean isBroken() {
        return broken.isPresent() || suspicion().isPresent();
    }

    private Optional<Text> suspicion() {
        return suspicion.or(suspects::told);
    }

    /** The tables did not take what follows from the ledger: an audit is to begin with the newest entries now. */
    public void doubt() {
        doubted.set(true);
    }

    /** Whether an audit is to begin anew; true once for each doubt. */
    public boolean takeDoubt() {
        return doubted.getAndSet(false);
    }

    /** The reason that the ledger may not be written to or signed, as last seen, for those who run the service. */
    public Optional<String> reason() {
        return broken.map(Broken::what)
                .or(this::suspicion)
                .map(what -> what.in(Language.EN))
                .or(() -> unreadable.map("The ledger cannot be read: %s"::formatted))
                .or(() -> signing.isMissing()
                        ? Optional.of(
                                "The service has not the key of its ledger, so it records nothing; the log says why.")
                        : Optional.empty())
                .or(() -> caughtUp
                        ? Optional.empty()
                        : Optional.of("The service has not yet looked at all of what was recorded since it ended."))
                .or(() -> compared
                        ? Optional.empty()
                        : Optional.of(
                                "The service has not yet compared the newest entries of the ledger with its tables."));
    }

    /**
     * The sequence of the last entry, as this service left it, saw it, or kept it before its start; 0 before the first.
     */
    public long sequence() {
        return sequence;
    }

    /** Whether the ledger lacks entries that this service knows of, as it was seen last. */
    public boolean lacksEntries() {
        return broken.filter(found -> found.reason() == Reason.OTHER_LEDGER).isPresent();
    }

    /** The ledger ends here, which is committed. */
    public synchronized void left(LedgerEnd end) {
        known = Optional.of(end);
        sequence = end.head().sequence();
        if (!end.isStart()) {
            keeper.keep(end.kept());
        }
    }
}
