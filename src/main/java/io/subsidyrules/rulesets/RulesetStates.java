package io.subsidyrules.rulesets;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.regression.JudgementBudget;
import io.subsidyrules.rulesets.kept.LastGood;
import io.subsidyrules.rulesets.kept.RulesetKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The state of the rules folder, as its contents are judged one after the other. One thread watches the folder and
 * tells what it contains; the state may be read by many.
 */
final class RulesetStates {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.rulesets.LiveRuleset");

    private final FolderJudge judge;
    private final JudgeThread thread;
    private final RulesetKeeper keeping;
    private final Fallback fallback;
    private final RulesetStateLog log;
    private final Consumer<RulesetState> changes;
    private final CountDownLatch firstVerdict = new CountDownLatch(1);

    /** The rules of an earlier run until the first verdict, after which nothing asks for them. */
    private Optional<LastGood.Kept> kept = Optional.empty();

    private Optional<Change> newest = Optional.empty();
    private volatile boolean started;
    private volatile RulesetState now = RulesetState.pending(Optional.empty(), RuleSources.NONE, Instant.now());
    private volatile Optional<Instant> since = Optional.empty();

    /** A content of the folder, and when it was seen. */
    private record Change(RuleSources sources, Instant seen) {}

    /** @param changes receives each verdict after the start */
    RulesetStates(
            FolderJudge judge,
            JudgeThread thread,
            RulesetKeeper keeping,
            Fallback fallback,
            RulesetStateLog log,
            Consumer<RulesetState> changes) {
        this.judge = judge;
        this.thread = thread;
        this.keeping = keeping;
        this.fallback = fallback;
        this.log = log;
        this.changes = changes;
    }

    RulesetState state() {
        return now;
    }

    /**
     * When the first content was seen that has no verdict yet; empty if the state is that of the folder's content.
     */
    Optional<Instant> since() {
        return since;
    }

    /** Begins with the rules of an earlier run, which serve at once where this very program has judged them. */
    void begin(Optional<LastGood.Kept> rules) {
        kept = rules;
        rules.filter(LastGood.Kept::proven).ifPresent(proven -> revive(proven, JudgementBudget.unlimited()));
    }

    /** Waits for the first verdict; false if there is none in that time. Later verdicts are reported as changes. */
    boolean start(Duration longest) {
        boolean judged = false;
        try {
            judged = firstVerdict.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        started = true;
        return judged;
    }

    /** The folder contains this now. */
    void changed(RuleSources sources) {
        submit(new Change(sources, Instant.now()));
    }

    /** Rules that decided later than those that were kept are judged with the folder, once that has been. */
    void judgeOffered() {
        if (fallback.isOffered() && since.isEmpty() && !now.folder().pending()) {
            newest.ifPresent(content -> submit(new Change(content.sources(), Instant.now())));
        }
    }

    void close() {
        thread.close();
    }

    private synchronized void submit(Change change) {
        newest = Optional.of(change);
        since = since.or(() -> Optional.of(change.seen()));
        thread.replace(budget -> judge(change, budget));
    }

    /** Takes over a verdict, after which content that has arrived meanwhile is still to be judged. */
    private synchronized void judged(Change change) {
        since = newest.filter(other -> !other.equals(change)).map(Change::seen);
    }

    private void judge(Change change, JudgementBudget budget) {
        RuleSources sources = change.sources();
        if (now.folder().pending()) {
            now = RulesetState.pending(now.live(), sources, now.folder().judged());
        }
        Optional<LastGood.Kept> same =
                kept.filter(known -> known.sources().content().equals(sources.content()));
        if (same.isEmpty() && now.live().isEmpty() && kept.isPresent()) {
            revive(kept.get(), budget.renewed());
        }
        RulesetState before = now;
        boolean proven = same.filter(LastGood.Kept::proven).isPresent();
        Optional<RulesetState.Live> later = proven ? Optional.empty() : later(budget.renewed());
        RulesetState found = judge.judge(
                sources,
                proven,
                later.map(FolderJudge.Before::start).orElseGet(() -> FolderJudge.Before.of(before)),
                budget.renewed());
        keep(found, same.filter(LastGood.Kept::proven), before);
        settle(found, later);
        kept = Optional.empty();
        judged(change);
        stand(found, before.folder().notices());
        if (proven) {
            notice(budget.renewed());
        }
    }

    /**
     * The rules that were offered, to serve in the place of what has faults; empty if this build finds faults in them
     * too.
     */
    private Optional<RulesetState.Live> later(JudgementBudget budget) {
        Optional<RuleSources> offered = fallback.offered();
        Optional<RulesetState.Live> live = offered.flatMap(rules -> FolderJudge.revived(rules, false, budget));
        if (live.isEmpty()) {
            offered.ifPresent(rules -> fallback.refuse(Fallback.refused(rules.version())));
        }
        return live;
    }

    private void settle(RulesetState found, Optional<RulesetState.Live> later) {
        boolean current = found.state() == RulesetState.State.CURRENT;
        later.ifPresent(live -> {
            fallback.taken(live.ruleset().version());
            if (!current) {
                LOG.warnf(
                        "The ruleset %s decided last before the start, and was not kept."
                                + " It serves where the rules folder has faults.",
                        live.ruleset().version());
            }
        });
        if (current) {
            fallback.end();
        }
    }

    /** Lets the rules of an earlier run serve until the folder is judged, and on where it has faults. */
    private void revive(LastGood.Kept rules, JudgementBudget budget) {
        FolderJudge.revived(rules.sources(), rules.proven(), budget).ifPresent(live -> {
            keeping.read(rules);
            RulesetState before = now;
            now = RulesetState.pending(
                    Optional.of(live),
                    before.folder().sources(),
                    before.folder().judged());
            LOG.infof(
                    "The ruleset %s of an earlier run is live until the rules folder is judged.",
                    live.ruleset().version());
            if (started) {
                changes.accept(now);
            }
        });
    }

    private void stand(RulesetState found, List<RulesetState.Noticed> told) {
        now = found;
        log.tell(found, told);
        // The first verdict that the start waited for is not a change.
        boolean change = started;
        firstVerdict.countDown();
        if (change) {
            changes.accept(found);
        }
    }

    /** A start whose scenarios were known to pass has not run them, without which not every notice is found. */
    private void notice(JudgementBudget budget) {
        try {
            RulesetState.Found found = now.folder();
            now = judge.withAllNotices(now, budget);
            log.tell(now.folder().notices(), found.notices());
        } catch (JudgementBudget.WithdrawnException newer) {
            LOG.debug("The newer content of the rules folder has notices of its own.");
        }
    }

    private void keep(RulesetState found, Optional<LastGood.Kept> proven, RulesetState before) {
        Optional<String> serving = before.live().map(live -> live.sources().content());
        found.live().map(RulesetState.Live::sources).ifPresent(now -> {
            if (proven.isPresent()) {
                keeping.read(proven.get());
            } else if (!serving.equals(Optional.of(now.content()))) {
                keeping.keep(now);
            }
        });
    }
}
