package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Excerpt;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The ruleset that is live, and the findings of the rules folder when it last changed.
 *
 * @param live empty if nothing that could serve was found yet
 * @param parts how each folder of the rules folder agrees with what is live, in the order of their names
 */
public record RulesetState(Optional<Live> live, Found folder, List<PartState> parts) {

    public RulesetState {
        parts = List.copyOf(parts);
    }

    /** The state before the folder was judged. */
    static RulesetState pending(Optional<Live> live, RuleSources folder, Instant started) {
        return new RulesetState(live, Found.pending(folder, started), List.of());
    }

    /** The agreement of the live ruleset with the folder. */
    public enum State {
        /** The folder is live as it is. */
        CURRENT,
        /**
         * The folder has faults, or was not judged since the start; of its parts that have any the last good state is
         * live.
         */
        STALE,
        /** The folder has faults, or was not judged since the start, and there is no ruleset to fall back on. */
        NONE
    }

    /** The source of the live ruleset. */
    public enum Origin {
        /** Read from the rules folder. */
        FOLDER,
        /** All of it is the last good one of an earlier run, kept by the service. */
        KEPT
    }

    /**
     * The ruleset that answers requests.
     *
     * @param sources those that it was made of
     */
    public record Live(Ruleset ruleset, RuleSources sources, Instant since, Origin origin) {}

    /**
     * The findings of the folder.
     *
     * @param pending whether the folder was not judged since the start of the service; all else is then empty
     * @param judged when, or when the service started
     * @param took from the settled reading to the verdict
     * @param scenarios how many were run; none if they had passed already before a restart
     * @param faults empty if the folder's rules went live
     * @param summary how many expectations of scenarios fail in which way, and whether the files were not looked at to
     *     their end
     * @param excerpts the lines of the first faults, one for each
     * @param notices the first of what looks wrong and blocks nothing, in the order of the files
     * @param noticeCount how many notices there are
     */
    public record Found(
            RuleSources sources,
            boolean pending,
            Instant judged,
            Duration took,
            int scenarios,
            List<Fault> faults,
            List<Text> summary,
            List<Excerpt> excerpts,
            List<Noticed> notices,
            int noticeCount) {

        public Found {
            faults = List.copyOf(faults);
            summary = List.copyOf(summary);
            excerpts = List.copyOf(excerpts);
            notices = List.copyOf(notices);
        }

        /** The folder as it is known before it was judged. */
        static Found pending(RuleSources sources, Instant started) {
            return new Found(sources, true, started, Duration.ZERO, 0, List.of(), List.of(), List.of(), List.of(), 0);
        }

        static Found of(RuleSources sources, Instant judged, Duration took, Judgement judgement) {
            List<Fault> first =
                    judgement.faults().stream().limit(FindingsLimit.MOST).toList();
            List<Excerpt> excerpts =
                    sources.excerpts(first.stream().map(Fault::place).toList());
            return new Found(
                    sources,
                    false,
                    judged,
                    took,
                    judgement.scenarios().size(),
                    judgement.faults(),
                    judgement.summary(),
                    excerpts.subList(0, FindingsLimit.faults(first, excerpts)),
                    List.of(),
                    0);
        }

        /**
         * The same with these notices.
         *
         * @param written the files that they were found in
         */
        Found with(List<Notice> others, RuleSources written) {
            List<Notice> told = others.stream().limit(FindingsLimit.MOST).toList();
            List<Excerpt> lines =
                    written.excerpts(told.stream().map(Notice::place).toList());
            List<Noticed> noticed = IntStream.range(0, FindingsLimit.notices(told, lines))
                    .mapToObj(i -> new Noticed(told.get(i), lines.get(i)))
                    .toList();
            return new Found(
                    sources, pending, judged, took, scenarios, faults, summary, excerpts, noticed, others.size());
        }
    }

    /**
     * A notice as it is shown.
     *
     * @param excerpt the line that it is about
     */
    public record Noticed(Notice notice, Excerpt excerpt) {}

    /** The number of policies in a state. */
    long policies(PartState.State state) {
        return parts.stream()
                .filter(part -> part.isPolicy() && part.state() == state)
                .count();
    }

    /** Whether a folder with faults brought a ruleset live all the same: that of its parts without any. */
    boolean isPartlyNew() {
        return state() == State.STALE
                && live.filter(serving -> serving.since().equals(folder.judged()))
                        .isPresent();
    }

    public State state() {
        if (folder.faults().isEmpty() && !folder.pending()) {
            return State.CURRENT;
        }
        return live.isPresent() ? State.STALE : State.NONE;
    }
}
