package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Excerpt;
import io.subsidyrules.policy.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which ruleset is live, and what was found of the rules folder when it last changed.
 *
 * @param live empty where nothing that could serve was found yet
 */
public record Standing(Optional<Live> live, Found folder) {

    /** How the live ruleset and the folder agree. */
    public enum State {
        /** What is live is what the folder says. */
        CURRENT,
        /** The folder has faults; the last good ruleset is live. */
        STALE,
        /** The folder has faults, and there is no ruleset to fall back on. */
        NONE
    }

    /** Where the live ruleset came from. */
    public enum Origin {
        /** Read from the rules folder. */
        FOLDER,
        /** The last good one of an earlier run, kept by the service. */
        KEPT
    }

    /**
     * The ruleset that answers requests.
     *
     * @param sources those that it was made of
     */
    public record Live(Ruleset ruleset, RuleSources sources, Instant since, Origin origin) {}

    /**
     * What was found of the folder.
     *
     * @param judged when
     * @param took from the settled reading to the verdict
     * @param scenarios how many were run; none where they had passed already before a restart
     * @param faults empty where the folder's rules went live
     * @param excerpts the lines that the first of the faults stand in, one for each
     */
    public record Found(
            RuleSources sources,
            Instant judged,
            Duration took,
            int scenarios,
            List<Fault> faults,
            List<Excerpt> excerpts) {

        /** The first faults are told; the remaining ones follow once these are mended. */
        private static final int TOLD = 500;

        public Found {
            faults = List.copyOf(faults);
            excerpts = List.copyOf(excerpts);
        }

        static Found of(RuleSources sources, Instant judged, Duration took, int scenarios, List<Fault> faults) {
            List<Fault> told = faults.subList(0, Math.min(TOLD, faults.size()));
            return new Found(sources, judged, took, scenarios, faults, sources.excerpts(told));
        }
    }

    public State state() {
        if (folder.faults().isEmpty()) {
            return State.CURRENT;
        }
        return live.isPresent() ? State.STALE : State.NONE;
    }
}
