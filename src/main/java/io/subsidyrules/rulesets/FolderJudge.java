package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Place;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.regression.Judgement;
import io.subsidyrules.regression.JudgementBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Judges a rules folder: what of it is live from then on, what is wrong with it, and what looks wrong. */
final class FolderJudge {

    private static final Logger LOG = Logger.getLogger(FolderJudge.class);
    private static final int FIRST = 3;

    private final Clock clock;

    /** @param clock tells which answers are for days that have passed */
    FolderJudge(Clock clock) {
        this.clock = clock;
    }

    /** The state before a folder is judged. */
    record Before(Optional<RulesetState.Live> live, List<PartState> parts, List<RulesetState.Noticed> notices) {

        static Before of(RulesetState now) {
            return new Before(now.live(), now.parts(), now.folder().notices());
        }

        /** These rules serve, whatever served before. */
        static Before start(RulesetState.Live live) {
            return new Before(Optional.of(live), List.of(), List.of());
        }

        private boolean isLive(RuleSources folder) {
            return live.filter(serving -> serving.sources().content().equals(folder.content()))
                    .isPresent();
        }

        private RuleSources sources() {
            return live.map(RulesetState.Live::sources).orElse(RuleSources.NONE);
        }
    }

    /**
     * Judges a folder within a budget, and within another one of the same time those of its parts that have no fault.
     *
     * @param proven whether the folder is known to have no fault, its scenarios included
     * @throws JudgementBudget.WithdrawnException where the budget was withdrawn
     */
    RulesetState judge(RuleSources folder, boolean proven, Before before, JudgementBudget budget) {
        Instant judged = Instant.now();
        try {
            return judged(folder, proven, before, budget, judged);
        } catch (JudgementBudget.WithdrawnException withdrawn) {
            throw withdrawn;
        } catch (RuntimeException | Error failed) {
            RulesetState.Found found =
                    RulesetState.Found.of(folder, judged, Duration.between(judged, Instant.now()), failed(failed));
            return new RulesetState(
                    before.live(), found, PartState.all(folder, before.sources(), judged, before.parts()));
        }
    }

    private RulesetState judged(
            RuleSources folder, boolean proven, Before before, JudgementBudget budget, Instant judged) {
        long began = System.nanoTime();
        Judgement judgement = proven ? proven(folder, before) : judgement(() -> Judgement.of(folder, budget));
        JudgementBudget more = budget.renewed();
        Composition composition = new Composition(
                folder, before.sources(), sources -> judgement(() -> Judgement.of(sources, more)), more::isSpent);
        Optional<Composition.Composed> composed = judgement.ruleset().isPresent()
                ? Optional.of(new Composition.Composed(folder, judgement))
                : composition.of(judgement.faults());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Optional<RulesetState.Live> live = composed.flatMap(found ->
                        found.judgement().ruleset().map(ruleset -> live(ruleset, found.sources(), judged, before)))
                .or(before::live);
        List<PartState> parts = PartState.all(
                folder, live.map(RulesetState.Live::sources).orElse(RuleSources.NONE), judged, before.parts());
        List<Fault> hidden = composition.hidden(
                judgement.faults(), live.map(RulesetState.Live::sources).orElse(RuleSources.NONE));
        RulesetState.Found found = RulesetState.Found.of(folder, judged, took, judgement.with(hidden));
        List<Notice> notices = noticed(() -> notices(found.sources(), judgement, composed, live, before));
        return new RulesetState(live, found.with(notices, written(folder, live, parts)), parts);
    }

    /** The judgement of a folder; if it serves already, nothing of it is read again. */
    private static Judgement proven(RuleSources folder, Before before) {
        return before.isLive(folder)
                ? Judgement.of(before.live().orElseThrow().ruleset())
                : judgement(() -> Judgement.ofProven(folder));
    }

    /**
     * The same state with the notices that only scenarios show, which a start with proven rules does not run.
     *
     * @throws JudgementBudget.WithdrawnException where the budget was withdrawn
     */
    RulesetState withAllNotices(RulesetState now, JudgementBudget budget) {
        RulesetState.Found found = now.folder();
        List<Notice> notices =
                noticed(() -> Notices.of(found.sources(), judgement(() -> Judgement.of(found.sources(), budget))));
        return new RulesetState(now.live(), found.with(notices, found.sources()), now.parts());
    }

    /**
     * The ruleset of an earlier run, where this build accepts it.
     *
     * @param proven whether these rules are known to have no fault, their scenarios included
     * @throws JudgementBudget.WithdrawnException where the budget was withdrawn
     */
    static Optional<RulesetState.Live> revived(RuleSources rules, boolean proven, JudgementBudget budget) {
        Judgement judgement = judgement(() -> proven ? Judgement.ofProven(rules) : Judgement.of(rules, budget));
        if (judgement.ruleset().isEmpty()) {
            LOG.errorf(
                    "The last good rules of an earlier run do not go live either, judged by this build: %s",
                    judgement.faults().stream().limit(FIRST).toList());
        }
        return judgement
                .ruleset()
                .map(ruleset -> new RulesetState.Live(ruleset, rules, Instant.now(), RulesetState.Origin.KEPT));
    }

    /** Rules that say the same as those that are live do not go live anew. */
    private static RulesetState.Live live(Ruleset ruleset, RuleSources sources, Instant judged, Before before) {
        return before.live()
                .filter(serving -> serving.ruleset().version().equals(ruleset.version()))
                .map(serving ->
                        new RulesetState.Live(serving.ruleset(), sources, serving.since(), RulesetState.Origin.FOLDER))
                .orElseGet(() -> new RulesetState.Live(ruleset, sources, judged, RulesetState.Origin.FOLDER));
    }

    /**
     * The notices of the files in the folder, and of the rules that serve: of a part that serves as it was before,
     * these stay. If nothing new went live, what was reported of the rules stays as it is.
     */
    private List<Notice> notices(
            RuleSources folder,
            Judgement judgement,
            Optional<Composition.Composed> composed,
            Optional<RulesetState.Live> live,
            Before before) {
        Stream<Notice> ofRules = composed.isPresent()
                ? composed.stream()
                        .flatMap(found -> Stream.concat(
                                Notices.of(found.sources(), found.judgement()).stream(),
                                ofChange(before, live.orElseThrow()).stream()))
                : before.notices().stream().map(RulesetState.Noticed::notice);
        List<Notice> ofFolder = Notices.of(folder, judgement);
        return Stream.concat(
                        ofFolder.stream(),
                        ofRules.filter(notice -> !Notices.isOfFile(notice)
                                && isThere(notice, folder)
                                && ofFolder.stream().noneMatch(told -> isTheSame(told, notice))))
                .distinct()
                .sorted(Notices.ORDER)
                .toList();
    }

    /** Whether two notices tell the same of a file, on whichever line of its two states. */
    private static boolean isTheSame(Notice one, Notice other) {
        return one.code() == other.code()
                && one.text().equals(other.text())
                && one.place().file().equals(other.place().file());
    }

    /** Whether the folder has the file that a notice is about: whoever took it away needs no word on it. */
    private static boolean isThere(Notice notice, RuleSources folder) {
        String file = notice.place().file();
        return !file.contains("/") || folder.files().containsKey(file);
    }

    /** The folder's files, and those that serve in the place of some. */
    private static RuleSources written(RuleSources folder, Optional<RulesetState.Live> live, List<PartState> parts) {
        Set<String> kept = parts.stream()
                .filter(part -> part.state() == PartState.State.STALE)
                .map(PartState::folder)
                .collect(Collectors.toSet());
        return live.map(serving -> FolderParts.replaced(folder, serving.sources(), kept))
                .orElse(folder);
    }

    /** The notices of a change, which stay until the next one goes live. */
    private List<Notice> ofChange(Before before, RulesetState.Live now) {
        if (before.live().isEmpty()) {
            return List.of();
        }
        Ruleset earlier = before.live().get().ruleset();
        return earlier.version().equals(now.ruleset().version())
                ? before.notices().stream()
                        .map(RulesetState.Noticed::notice)
                        .filter(Notices::isOfChange)
                        .toList()
                : Notices.ofChange(earlier.book(), now.ruleset(), LocalDate.now(clock));
    }

    /** A notice blocks nothing, nor does a fault of the service in finding one. */
    private static List<Notice> noticed(Supplier<List<Notice>> finder) {
        try {
            return finder.get();
        } catch (JudgementBudget.WithdrawnException withdrawn) {
            throw withdrawn;
        } catch (RuntimeException | StackOverflowError failed) {
            LOG.error("The rules could not be looked through for notices.", failed);
            return List.of();
        }
    }

    /**
     * A fault of the service itself must not end the watch: the last good ruleset serves, and the next change is looked
     * at.
     */
    private static Judgement judgement(Supplier<Judgement> judging) {
        try {
            return judging.get();
        } catch (JudgementBudget.WithdrawnException withdrawn) {
            throw withdrawn;
        } catch (RuntimeException | Error failed) {
            return failed(failed);
        }
    }

    private static Judgement failed(Throwable failed) {
        OutOfMemory.endIfCauseOf(failed);
        LOG.error("The rules could not be judged.", failed);
        Fault fault = Fault.of(
                Place.startOf("."), FaultCode.JUDGING_FAILED, failed.getClass().getSimpleName());
        return Judgement.refused(List.of(fault));
    }
}
