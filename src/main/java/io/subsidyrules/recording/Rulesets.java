package io.subsidyrules.recording;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.SourceArchive;
import io.subsidyrules.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rulesets that ever decided, ready to evaluate; the last few that were asked for are kept built. Safe for many threads. */
@ApplicationScoped
class Rulesets {

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

    Rulesets(LiveRuleset live, Database database) {
        this.live = live;
        this.database = database;
    }

    /** The ruleset that answers requests now. */
    Ruleset current() {
        return live.current();
    }

    /**
     * The ruleset of that version; empty where none of that version ever decided here.
     *
     * @throws io.subsidyrules.storage.DatabaseAwayException where its sources cannot be read
     */
    Optional<Ruleset> of(String version) {
        Optional<Ruleset> serving = live.standing()
                .live()
                .map(io.subsidyrules.rulesets.Standing.Live::ruleset)
                .filter(ruleset -> ruleset.version().equals(version));
        return serving.or(() -> kept(version));
    }

    /** Whoever asks for one that is being built waits for it, instead of building it again. */
    private synchronized Optional<Ruleset> kept(String version) {
        Ruleset known = built.get(version);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> archive = database.read(
                () -> StoredRuleset.<StoredRuleset>findByIdOptional(version).map(stored -> stored.sources));
        Optional<Ruleset> ruleset = archive.map(SourceArchive::read).map(Ruleset::of);
        ruleset.ifPresent(fresh -> built.put(version, fresh));
        return ruleset;
    }
}
