package io.subsidyrules.recording.integrity;

import io.subsidyrules.ledger.EntryKind;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.store.RecordedDecision;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.recording.store.StoredRevocation;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jboss.logging.Logger;

/**
 * The entries that whoever read them has found to be missing or altered. As long as there is one, nothing is recorded
 * or signed; each is looked at again until it is as it was written. Safe for many threads.
 */
@ApplicationScoped
public class SuspectEntries {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SuspectEntries.class);

    private static final Logger LOG = Logger.getLogger(SuspectEntries.class);

    /** One is enough to stop recording; the comparison of all entries finds the others. */
    private static final int MOST = 100;

    private final ConcurrentSkipListSet<Long> entries = new ConcurrentSkipListSet<>();

    SuspectEntries() {}

    /** Takes in what a reader has found. The log says it once. */
    public void suspect(AlteredLedgerException found) {
        found.sequence().ifPresent(sequence -> {
            if (entries.size() < MOST && entries.add(sequence)) {
                LOG.errorf(
                        "%s Nothing is recorded or signed until it is as it was written. Find out who can "
                                + "write to the database, and put the entry back from a copy; docs/ledger.md says "
                                + "what finds such changes.",
                        sentence(sequence).in(Language.EN));
            }
        });
    }

    /** Looks at each again, within a transaction. */
    void lookAgain() {
        for (long sequence : entries) {
            if (isWhole(sequence)) {
                entries.remove(sequence);
                LOG.infof("The entry %s of the ledger is as it was written again.", sequence);
            }
        }
    }

    /** The fault of the first suspect entry; empty if there is none. */
    Optional<Text> told() {
        return entries.stream().findFirst().map(SuspectEntries::sentence);
    }

    private static Text sentence(long sequence) {
        return TEXTS.text("suspect", sequence);
    }

    private static boolean isWhole(long sequence) {
        try {
            if (StoredEntry.of(sequence).kind() != EntryKind.DECISION) {
                StoredRevocation.<StoredRevocation>findByIdOptional(sequence)
                        .ifPresent(row -> RecordedDecision.of(row.decision));
                return true;
            }
            return ResultText.disagreement(
                            RecordedDecision.of(sequence).decision().members())
                    .isEmpty();
        } catch (AlteredLedgerException | DamagedResultException still) {
            return false;
        }
    }
}
