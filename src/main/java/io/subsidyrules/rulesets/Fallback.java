package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules that serve since a start in the place of what has faults in the rules folder: those that the service kept.
 * Others that decided later can be offered instead, and are judged first. Safe for many threads.
 */
public final class Fallback {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Fallback.class);

    private Optional<String> kept = Optional.empty();
    private Optional<RuleSources> offered = Optional.empty();
    private Optional<Text> reason = Optional.empty();
    private Instant keptAt = Instant.MIN;
    private boolean begun;
    private boolean needed;

    Fallback() {}

    /** The reason that rules in which this build finds faults do not serve. */
    static Text refused(String version) {
        return TEXTS.text("lastRefused", version);
    }

    /** The start has these rules to fall back on, kept at this time, as long as the folder is not live as it is. */
    synchronized void begin(Optional<String> version, Instant time) {
        kept = version;
        keptAt = time;
        begun = true;
        needed = true;
    }

    /** The folder is live as it is, so that nothing serves any more for being kept. */
    synchronized void end() {
        needed = false;
        offered = Optional.empty();
        reason = Optional.empty();
    }

    /** Whether it is known what was kept. */
    public synchronized boolean hasBegun() {
        return begun;
    }

    /** Whether anything is served since the start for being kept, or could be. */
    public synchronized boolean isNeeded() {
        return needed;
    }

    /** The version of the rules that were kept; empty if there were none. */
    public synchronized Optional<String> version() {
        return kept;
    }

    /** When these were kept; long ago where there were none. */
    public synchronized Instant keptAt() {
        return keptAt;
    }

    /** Offers the rules that decided last, as long as they are needed. */
    public synchronized void offer(RuleSources newest) {
        if (needed) {
            offered = Optional.of(newest);
            String version = newest.version();
            reason = Optional.of(TEXTS.text("lastBeingJudged", version));
        }
    }

    /** Says why the rules that decided last do not serve. */
    public synchronized void refuse(Text why) {
        offered = Optional.empty();
        reason = Optional.of(why).filter(told -> needed);
    }

    /** Whether rules were offered that were not judged yet. */
    public synchronized boolean isOffered() {
        return offered.isPresent();
    }

    synchronized Optional<RuleSources> offered() {
        return offered;
    }

    /** Notes that the rules that were offered serve. */
    synchronized void taken(String version) {
        kept = Optional.of(version);
        offered = Optional.empty();
        reason = Optional.empty();
    }

    /**
     * The reason that the rules which decided last before the start do not serve; empty if they do, as far as is known.
     */
    synchronized Optional<Text> reason() {
        return reason;
    }
}
