package io.subsidyrules.rulesets;

import io.quarkus.runtime.Startup;
import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.JudgementBudget;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The ruleset that requests are answered with. It follows the rules folder: what is saved there goes live without a
 * restart where it has no fault and its scenarios pass; of a policy with faults the last good state goes on serving.
 * Safe for many threads; a ruleset that is no longer live goes on answering those who hold it.
 */
@Startup
@ApplicationScoped
public class LiveRuleset {

    private static final Logger LOG = Logger.getLogger(LiveRuleset.class);

    /** Between two looks at the folder. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** Between two readings that must agree. */
    private static final Duration SETTLE = Duration.ofMillis(100);

    /** The time that the judgement of a folder may take, and again that of its parts without faults. */
    private static final Duration JUDGING = Duration.ofSeconds(60);

    /** The service waits this long for its first ruleset before it answers without one. */
    private static final Duration FIRST = Duration.ofSeconds(20);

    private final RulesFolder folder;
    private final LastGood lastGood;
    private final Keeping keeping;
    private final Fallback fallback = new Fallback();
    private final Consumer<Standing> changes;
    private final FolderJudge judge;
    private final StandingLog log;
    private final JudgingThread judging;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch firstVerdict = new CountDownLatch(1);
    private Optional<LastGood.Kept> kept = Optional.empty();
    private volatile boolean started;
    private volatile Standing standing;
    private volatile Optional<Instant> judgedSince = Optional.empty();

    /**
     * Judges the folder, and waits for that a while. Meanwhile, and where the folder has faults, the last good ruleset of an earlier run
     * serves.
     *
     * @param path the rules folder
     * @param data where the service keeps what it must find again after a restart
     * @param changes is told of each change of the folder that was judged after that
     * @param clock tells which answers are for days that have passed
     */
    @Inject
    public LiveRuleset(
            @ConfigProperty(name = "subsidy.rules", defaultValue = "rules") Path path,
            @ConfigProperty(name = "subsidy.data", defaultValue = "data") Path data,
            Event<Standing> changes,
            Clock clock) {
        this(path, data, Program.version(), changes::fire, clock, Times.USUAL);
    }

    /**
     * The times of a live ruleset.
     *
     * @param judging the longest judgement
     * @param first the longest waiting for the first verdict
     */
    record Times(Duration judging, Duration first) {

        static final Times USUAL = new Times(JUDGING, FIRST);
    }

    LiveRuleset(Path path, Path data, String program, Consumer<Standing> changes, Clock clock, Times times) {
        this.folder = new RulesFolder(path, () -> !stoppedWithin(SETTLE));
        this.changes = changes;
        this.judge = new FolderJudge(clock);
        this.log = new StandingLog(path);
        this.lastGood = new LastGood(data, program);
        this.keeping = new Keeping(lastGood);
        this.judging = new JudgingThread(times.judging());
        this.standing = Standing.pending(Optional.empty(), RuleSources.NONE, Instant.now());
        Thread watch = new Thread(this::watch, "rules-watch");
        watch.setDaemon(true);
        watch.start();
        awaitFirstVerdict(times.first());
    }

    /**
     * The live ruleset; whoever evaluates takes it once and stays with it.
     *
     * @throws NoRulesetException where none is live
     */
    public Ruleset current() {
        Standing now = standing;
        return now.live().orElseThrow(() -> NoRulesetException.of(now)).ruleset();
    }

    /** The ruleset that is live, and the findings of the folder. */
    public Standing standing() {
        return standing;
    }

    /** Since when the folder has a content that is not judged yet; empty where the standing is that of its content. */
    public Optional<Instant> judgedSince() {
        return judgedSince;
    }

    /** When the folder was last looked at; long ago only where something is wrong with the service or the disk. */
    public Instant looked() {
        return folder.looked();
    }

    /** Since when, and why, the folder cannot be looked at; empty where it can. */
    Optional<RulesFolder.Missed> missed() {
        return folder.missed();
    }

    /** Since when, and why, the live ruleset is not kept for the next start; empty where it is. */
    public Optional<Unkept> unkept() {
        return keeping.unkept();
    }

    /** The rules that serve since the start in the place of what has faults. */
    public Fallback fallback() {
        return fallback;
    }

    @PreDestroy
    void close() {
        stopped.countDown();
        judging.close();
        folder.close();
    }

    private void watch() {
        begin();
        while (!stoppedWithin(LOOK)) {
            try {
                folder.changed().ifPresent(this::changed);
                judgeOffered();
                keeping.look();
            } catch (RuntimeException | Error failed) {
                LOG.error("The rules folder could not be looked at; the watch goes on.", failed);
            }
        }
    }

    /** Serves what is known to be sound before the folder is looked at: a disk can take its time. */
    private void begin() {
        Optional<LastGood.Kept> found = lastGood.read();
        kept = found;
        fallback.begin(found.map(known -> known.sources().version()), lastGood.time());
        if (found.filter(LastGood.Kept::proven).isPresent()) {
            revive(found.get(), JudgementBudget.of(JUDGING));
        }
        changed(folder.settled());
    }

    /** Rules that decided later than those that were kept are judged with the folder, once that has been. */
    private void judgeOffered() {
        Standing.Found found = standing.folder();
        if (fallback.isOffered() && judgedSince.isEmpty() && !found.pending()) {
            changed(found.sources());
        }
    }

    private void changed(RuleSources sources) {
        judging.replace(budget -> {
            if (judgedSince.isEmpty()) {
                judgedSince = Optional.of(Instant.now());
            }
            judge(sources, budget);
        });
    }

    private void judge(RuleSources sources, JudgementBudget budget) {
        if (standing.folder().pending()) {
            standing =
                    Standing.pending(standing.live(), sources, standing.folder().judged());
        }
        Optional<LastGood.Kept> same =
                kept.filter(known -> known.sources().content().equals(sources.content()));
        if (same.isEmpty() && standing.live().isEmpty() && kept.isPresent()) {
            revive(kept.get(), budget.renewed());
        }
        Standing before = standing;
        boolean proven = same.filter(LastGood.Kept::proven).isPresent();
        Optional<Standing.Live> later = proven ? Optional.empty() : later(budget);
        Standing found = judge.judge(
                sources,
                proven,
                later.map(FolderJudge.Before::start).orElseGet(() -> FolderJudge.Before.of(before)),
                budget);
        keep(found, proven, before);
        later.ifPresent(live -> fallback.taken(live.ruleset().version()));
        if (found.state() == Standing.State.CURRENT) {
            fallback.end();
        }
        kept = Optional.empty();
        judgedSince = Optional.empty();
        stand(found, before.folder().notices());
        if (proven) {
            notice(budget.renewed());
        }
    }

    /** The rules that were offered, to serve in the place of what has faults; empty where this build finds faults in them too. */
    private Optional<Standing.Live> later(JudgementBudget budget) {
        Optional<RuleSources> offered = fallback.offered();
        Optional<Standing.Live> live =
                offered.flatMap(newest -> FolderJudge.revived(new LastGood.Kept(newest, false), budget.renewed()));
        if (live.isEmpty()) {
            offered.ifPresent(newest -> fallback.refuse(Fallback.refused(newest.version())));
        }
        live.ifPresent(found -> LOG.warnf(
                "The ruleset %s decided last before the start, and was not kept. It serves from now on where the rules folder has faults.",
                found.ruleset().version()));
        return live;
    }

    /** Lets the rules of an earlier run serve until the folder is judged, and on where it has faults. */
    private void revive(LastGood.Kept rules, JudgementBudget budget) {
        FolderJudge.revived(rules, budget).ifPresent(live -> {
            keeping.read(rules.sources());
            Standing before = standing;
            standing = Standing.pending(
                    Optional.of(live),
                    before.folder().sources(),
                    before.folder().judged());
            LOG.infof(
                    "The ruleset %s of an earlier run is live until the rules folder is judged.",
                    live.ruleset().version());
        });
    }

    private void stand(Standing found, List<Standing.Noticed> told) {
        standing = found;
        log.tell(found, told);
        // The first verdict that the start waited for is no change.
        boolean change = started;
        firstVerdict.countDown();
        if (change) {
            changes.accept(found);
        }
    }

    /** A start whose scenarios were known to pass has not run them, without which not every notice is found. */
    private void notice(JudgementBudget budget) {
        Standing.Found found = standing.folder();
        standing = judge.withAllNotices(standing, budget);
        log.tell(standing.folder().notices(), found.notices());
    }

    private void keep(Standing found, boolean proven, Standing before) {
        Optional<String> serving = before.live().map(live -> live.sources().content());
        found.live().map(Standing.Live::sources).ifPresent(now -> {
            if (proven) {
                keeping.read(now);
            } else if (!serving.equals(Optional.of(now.content()))) {
                keeping.keep(now);
            }
        });
    }

    private void awaitFirstVerdict(Duration time) {
        try {
            if (!firstVerdict.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf(
                        "The rules in %s are still being judged. The service starts meanwhile, and serves %s.",
                        folder.path(),
                        standing.live().isPresent() ? "the last good rules of an earlier run" : "no rules yet");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        started = true;
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
