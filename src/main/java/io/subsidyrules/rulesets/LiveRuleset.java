package io.subsidyrules.rulesets;

import io.quarkus.runtime.Startup;
import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
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

    private final RulesFolder folder;
    private final LastGood lastGood;
    private final Consumer<Standing> changes;
    private final FolderJudge judge;
    private final StandingLog log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Standing standing;

    /**
     * Judges the folder before the service answers. Where it has faults, the last good ruleset of an earlier run serves.
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
        this(path, data, Program.version(), changes::fire, clock);
    }

    LiveRuleset(Path path, Path data, String program, Consumer<Standing> changes, Clock clock) {
        this.folder = new RulesFolder(path, () -> !stoppedWithin(SETTLE));
        this.lastGood = new LastGood(data, program);
        this.changes = changes;
        this.judge = new FolderJudge(clock);
        this.log = new StandingLog(path);
        Optional<LastGood.Kept> kept = lastGood.read();
        RuleSources sources = folder.settled();
        Optional<LastGood.Kept> same =
                kept.filter(known -> known.sources().content().equals(sources.content()));
        boolean proven = same.filter(LastGood.Kept::proven).isPresent();
        Optional<Standing.Live> earlier = same.isPresent() ? Optional.empty() : kept.flatMap(FolderJudge::revived);
        this.standing = judged(sources, proven, FolderJudge.Before.start(earlier));
        log.tell(standing, List.of());
        Thread watch = new Thread(this::watch, "rules-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * The live ruleset; whoever evaluates takes it once and stays with it.
     *
     * @throws NoRulesetException where none is live
     */
    public Ruleset current() {
        return standing.live().orElseThrow(NoRulesetException::new).ruleset();
    }

    /** The ruleset that is live, and the findings of the folder. */
    public Standing standing() {
        return standing;
    }

    /** When the folder was last looked at; long ago only where something is wrong with the service or the disk. */
    public Instant looked() {
        return folder.looked();
    }

    /** Since when, and why, the folder cannot be looked at; empty where it can. */
    Optional<RulesFolder.Missed> missed() {
        return folder.missed();
    }

    @PreDestroy
    void close() {
        stopped.countDown();
        folder.close();
    }

    private void watch() {
        notice();
        while (!stoppedWithin(LOOK)) {
            try {
                folder.changed().ifPresent(this::changed);
            } catch (RuntimeException | Error failed) {
                LOG.error("The rules folder could not be looked at; the watch goes on.", failed);
            }
        }
    }

    /** A start whose scenarios were known to pass has not run them, without which not every notice is found. */
    private void notice() {
        Standing.Found found = standing.folder();
        if (found.scenarios() == 0 && found.faults().isEmpty()) {
            standing = judge.withAllNotices(standing);
            log.tell(standing.folder().notices(), found.notices());
        }
    }

    private void changed(RuleSources sources) {
        Standing before = standing;
        standing = judged(sources, false, FolderJudge.Before.of(before));
        log.tell(standing, before.folder().notices());
        changes.accept(standing);
    }

    private Standing judged(RuleSources sources, boolean proven, FolderJudge.Before before) {
        Standing found = judge.judge(sources, proven, before);
        Optional<String> kept = before.live().map(serving -> serving.sources().content());
        found.live()
                .map(Standing.Live::sources)
                .filter(now -> !proven && !kept.equals(Optional.of(now.content())))
                .ifPresent(lastGood::keep);
        return found;
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
