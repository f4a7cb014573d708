package io.subsidyrules.recording.archive;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.FaultsException;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.store.StoredRuleset;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.kept.SourceArchive;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The rulesets that ever decided, ready to evaluate; the last few that were asked for are kept built. Safe for many
 * threads.
 */
@ApplicationScoped
public class RulesetArchive {

    private static final Logger LOG = Logger.getLogger(RulesetArchive.class);

    /** One takes some megabytes, and some tenths of a second to build. */
    private static final int MOST = 4;

    private final LiveRuleset live;
    private final Database database;
    private final Map<String, Ruleset> built = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ruleset> eldest) {
            return size() > MOST;
        }
    };

    RulesetArchive(LiveRuleset live, Database database) {
        this.live = live;
        this.database = database;
    }

    /** The ruleset that answers requests now. */
    public Ruleset current() {
        return live.current();
    }

    /**
     * The ruleset of that version; empty if none of that version ever decided here.
     *
     * @throws NotRecordedException if its sources were altered, or this service cannot make a ruleset of them
     * @throws io.subsidyrules.storage.DatabaseAwayException where its sources cannot be read
     */
    public Optional<Ruleset> of(String version) {
        Optional<Ruleset> serving = live.state()
                .live()
                .map(io.subsidyrules.rulesets.RulesetState.Live::ruleset)
                .filter(ruleset -> ruleset.version().equals(version));
        return serving.or(() -> kept(version));
    }

    /** Whoever asks for one that is being built waits for it, instead of building it again. */
    private synchronized Optional<Ruleset> kept(String version) {
        Ruleset known = built.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Ruleset> ruleset = stored(version).map(sources -> built(version, sources));
        ruleset.ifPresent(fresh -> built.put(version, fresh));
        return ruleset;
    }

    /**
     * The files of the ruleset of that version; empty if it is not live, and none of that version ever decided here.
     *
     * @throws NotRecordedException if they were altered
     * @throws io.subsidyrules.storage.DatabaseAwayException where they cannot be read
     */
    Optional<RuleSources> sources(String version) {
        return live.state()
                .live()
                .filter(serving -> serving.ruleset().version().equals(version))
                .map(io.subsidyrules.rulesets.RulesetState.Live::sources)
                .or(() -> stored(version));
    }

    private Optional<RuleSources> stored(String version) {
        return database.read(() ->
                        StoredRuleset.<StoredRuleset>findByIdOptional(version).map(stored -> stored.sources))
                .map(archive -> unaltered(version, archive));
    }

    /** The version is the hash of the sources, so nobody can have put others in their place without its being seen. */
    private static RuleSources unaltered(String version, byte[] archive) {
        try {
            RuleSources sources = SourceArchive.read(archive);
            if (!sources.version().equals(version)) {
                throw new IllegalArgumentException("They have the hash %s.".formatted(sources.version()));
            }
            return sources;
        } catch (IllegalArgumentException altered) {
            LOG.errorf("The sources of the ruleset %s are not those that were kept: %s", version, altered.getMessage());
            throw new NotRecordedException(NotRecordedException.Reason.RULESET_ALTERED, altered);
        }
    }

    private static Ruleset built(String version, RuleSources sources) {
        try {
            return Ruleset.of(sources);
        } catch (FaultsException refused) {
            LOG.errorf("This version of the service finds faults in the ruleset %s: %s", version, refused.faults());
            throw new NotRecordedException(NotRecordedException.Reason.RULESET_REFUSED, refused);
        }
    }
}
