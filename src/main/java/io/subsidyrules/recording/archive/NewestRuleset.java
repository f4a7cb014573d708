package io.subsidyrules.recording.archive;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.integrity.SuspectEntries;
import io.subsidyrules.recording.store.StoredEntry;
import io.subsidyrules.rulesets.Fallback;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.UnreadableException;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Compares, after a start, what the service kept of its rules with the newest ruleset that the ledger names, and offers
 * that one where it is another and was named later than the other was kept: one that went live while the database was
 * away is kept, and named only once it is back. The one thread that records asks.
 */
@ApplicationScoped
public class NewestRuleset {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(NewestRuleset.class);

    private static final Logger LOG = Logger.getLogger(NewestRuleset.class);

    private final LiveRuleset live;
    private final Database database;
    private final RulesetArchive rulesets;
    private final SuspectEntries suspects;
    private boolean asked;
    private boolean compared;

    NewestRuleset(LiveRuleset live, Database database, RulesetArchive rulesets, SuspectEntries suspects) {
        this.live = live;
        this.database = database;
        this.rulesets = rulesets;
        this.suspects = suspects;
    }

    /**
     * Whether the ruleset that serves is to be named in the ledger as the newest: nothing newer is left to be judged.
     */
    public boolean isCompared() {
        if (!compared) {
            try {
                compared = compare(live.fallback());
            } catch (UnreadableException away) {
                LOG.debug("The newest ruleset of the ledger could not be read.", away);
            } catch (AlteredLedgerException altered) {
                suspects.suspect(altered);
            }
        }
        return compared;
    }

    private boolean compare(Fallback fallback) {
        if (!fallback.hasBegun()) {
            return false;
        }
        if (!fallback.isNeeded()) {
            return true;
        }
        if (!asked) {
            database.read(StoredEntry::lastRulesetEntry)
                    .filter(entry -> entry.recordedAt().isAfter(fallback.keptAt()))
                    .map(entry -> (String) entry.members().get("ruleset"))
                    .filter(version -> !fallback.version().equals(Optional.of(version)))
                    .ifPresent(version -> offer(version, fallback));
            asked = true;
        }
        return !fallback.isOffered();
    }

    private void offer(String version, Fallback fallback) {
        LOG.warnf(
                "The ruleset that was kept (%s) is not the one that the ledger names last (%s).",
                fallback.version().orElse("none"), version);
        try {
            Optional<RuleSources> sources = rulesets.sources(version);
            sources.ifPresentOrElse(fallback::offer, () -> fallback.refuse(unreadable(version)));
        } catch (NotRecordedException altered) {
            fallback.refuse(unreadable(version));
        }
    }

    private static Text unreadable(String version) {
        return TEXTS.text("newestUnreadable", version);
    }
}
