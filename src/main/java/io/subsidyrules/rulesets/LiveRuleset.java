package io.subsidyrules.rulesets;

import io.quarkus.runtime.Startup;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.rulesets.kept.KeepingFailure;
import io.subsidyrules.rulesets.kept.LastGood;
import io.subsidyrules.rulesets.kept.RulesetKeeper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final RulesetKeeper keeping;
    private final Fallback fallback = new Fallback();
    private final RulesetStates judging;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Judges the folder, and waits for that a while. Meanwhile, and where the folder has faults, the last good ruleset
     * of an earlier run serves.
     *
     * @param path the rules folder
     * @param data where the service keeps what it must find again after a restart
     * @param changes receives each change of the folder that is judged after that
     * @param clock tells which answers are for days that have passed
     */
    @Inject
    public LiveRuleset(
            @ConfigProperty(name = "subsidy.rules", defaultValue = "rules") Path path,
            @ConfigProperty(name = "subsidy.data", defaultValue = "data") Path data,
            Event<RulesetState> changes,
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

    LiveRuleset(Path path, Path data, String program, Consumer<RulesetState> changes, Clock clock, Times times) {
        this.folder = new RulesFolder(path, () -> !stoppedWithin(SETTLE));
        this.lastGood = new LastGood(data, program);
        this.keeping = new RulesetKeeper(lastGood);
        this.judging = new RulesetStates(
                new FolderJudge(clock),
                new JudgeThread(times.judging()),
                keeping,
                fallback,
                new RulesetStateLog(path),
                changes);
        Thread watch = new Thread(this::watch, "rules-watch");
        watch.setDaemon(true);
        watch.start();
        start(times.first());
    }

    /**
     * The live ruleset; whoever evaluates takes it once and stays with it.
     *
     * @throws NoRulesetException if none is live
     */
    public Ruleset current() {
        RulesetState now = state();
        return now.live().orElseThrow(() -> NoRulesetException.of(now)).ruleset();
    }

    /** The ruleset that is live, and the faults and notices of the folder. */
    public RulesetState state() {
        return judging.state();
    }

    /** Since when the folder has a content that is not judged yet; empty if the state is that of its content. */
    public Optional<Instant> judgedSince() {
        return judging.since();
    }

    /** When the folder was last looked at; long ago only where something is wrong with the service or the disk. */
    public Instant looked() {
        return folder.looked();
    }

    /** Since when, and why, the folder cannot be looked at; empty if it can. */
    Optional<RulesFolder.Missed> missed() {
        return folder.missed();
    }

    /** Since when, and why, the live ruleset is not kept for the next start; empty if it is. */
    public Optional<KeepingFailure> unkept() {
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
        boolean begun = false;
        do {
            try {
                if (!begun) {
                    begin();
                    begun = true;
                }
                folder.changed().ifPresent(judging::changed);
                judging.judgeOffered();
                keeping.look();
            } catch (RuntimeException | Error failed) {
                OutOfMemory.endIfCauseOf(failed);
                LOG.error("The rules folder could not be looked at; the watch goes on.", failed);
            }
        } while (!stoppedWithin(LOOK));
    }

    /** Serves what is known to be sound before the folder is looked at: a disk can take its time. */
    private void begin() {
        Optional<LastGood.Kept> kept = lastGood.read();
        fallback.begin(kept.map(known -> known.sources().version()), lastGood.time());
        judging.begin(kept);
        judging.changed(folder.settled());
    }

    private void start(Duration longest) {
        if (!judging.start(longest)) {
            LOG.warnf(
                    "The rules in %s are still being judged. The service starts meanwhile, and serves %s.",
                    folder.path(),
                    judging.state().live().isPresent() ? "the last good rules of an earlier run" : "no rules yet");
        }
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
