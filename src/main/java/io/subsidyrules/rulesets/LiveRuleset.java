package io.subsidyrules.rulesets;

import io.quarkus.runtime.Startup;
import io.subsidyrules.dialect.RuleSources;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.notice.Notice;
import io.subsidyrules.notice.Notices;
import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import io.subsidyrules.regression.Judgement;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The ruleset that requests are answered with. It follows the rules folder: what is saved there goes live without a
 * restart where it has no fault and its scenarios pass, and changes nothing otherwise. Safe for many threads; a ruleset
 * that is no longer live goes on answering those who hold it.
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
    private final Clock clock;
    private final StandingLog log;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Standing standing;
    private volatile Instant looked = Instant.now();

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
        this.clock = clock;
        this.log = new StandingLog(path);
        Optional<LastGood.Kept> kept = lastGood.read();
        RuleSources sources = folder.settled();
        Optional<LastGood.Kept> same =
                kept.filter(known -> known.sources().content().equals(sources.content()));
        boolean proven = same.filter(LastGood.Kept::proven).isPresent();
        Optional<Standing.Live> earlier = same.isPresent() ? Optional.empty() : kept.flatMap(LiveRuleset::revived);
        this.standing = judged(sources, proven, earlier, List.of());
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

    /** Which ruleset is live, and what was found of the folder. */
    public Standing standing() {
        return standing;
    }

    /** When the folder was last looked at; long ago only where something is wrong with the service or the disk. */
    public Instant looked() {
        return looked;
    }

    @PreDestroy
    void close() {
        stopped.countDown();
    }

    private void watch() {
        notice();
        while (!stoppedWithin(LOOK)) {
            try {
                folder.changed().ifPresent(this::changed);
                looked = Instant.now();
            } catch (RuntimeException | Error failed) {
                LOG.error("The rules folder could not be looked at; the watch goes on.", failed);
            }
        }
    }

    /** A start whose scenarios were known to pass has not run them, without which not every notice is found. */
    private void notice() {
        Standing.Found found = standing.folder();
        if (found.scenarios() == 0 && found.faults().isEmpty()) {
            List<Notice> notices = noticed(() -> Notices.of(found.sources(), judgement(found.sources(), false)));
            standing = new Standing(standing.live(), found.with(notices));
            log.tell(standing.folder().notices(), found.notices());
        }
    }

    private void changed(RuleSources sources) {
        Standing before = standing;
        standing = judged(sources, false, before.live(), before.folder().notices());
        log.tell(standing, before.folder().notices());
        changes.accept(standing);
    }

    private Standing judged(
            RuleSources sources, boolean proven, Optional<Standing.Live> before, List<Standing.Noticed> told) {
        Instant judged = Instant.now();
        long began = System.nanoTime();
        Judgement judgement = judgement(sources, proven);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Optional<Standing.Live> live = judgement.ruleset().map(ruleset -> live(ruleset, sources, judged, before));
        if (live.isPresent() && !proven) {
            lastGood.keep(sources);
        }
        Standing.Found found = Standing.Found.of(sources, judged, took, judgement)
                .with(noticed(() -> {
                    List<Notice> notices = new ArrayList<>(Notices.of(sources, judgement));
                    live.ifPresent(now -> notices.addAll(ofChange(before, now, told)));
                    return notices;
                }));
        return new Standing(live.or(() -> before), found);
    }

    /** A notice blocks nothing, nor does a fault of the service in finding one. */
    private static List<Notice> noticed(Supplier<List<Notice>> finder) {
        try {
            return finder.get();
        } catch (RuntimeException failed) {
            LOG.error("The rules could not be looked through for notices.", failed);
            return List.of();
        }
    }

    /** The notices of a change, which stay until the next one goes live. */
    private List<Notice> ofChange(Optional<Standing.Live> before, Standing.Live now, List<Standing.Noticed> told) {
        if (before.isEmpty()) {
            return List.of();
        }
        Ruleset earlier = before.get().ruleset();
        return earlier.version().equals(now.ruleset().version())
                ? told.stream()
                        .map(Standing.Noticed::notice)
                        .filter(Notices::isOfChange)
                        .toList()
                : Notices.ofChange(earlier.book(), now.ruleset(), LocalDate.now(clock));
    }

    /** Rules that say the same as those that are live do not go live anew. */
    private static Standing.Live live(
            Ruleset ruleset, RuleSources sources, Instant judged, Optional<Standing.Live> before) {
        return before.filter(serving -> serving.ruleset().version().equals(ruleset.version()))
                .map(serving -> new Standing.Live(serving.ruleset(), sources, serving.since(), Standing.Origin.FOLDER))
                .orElseGet(() -> new Standing.Live(ruleset, sources, judged, Standing.Origin.FOLDER));
    }

    /** A fault of the service itself must not end the watch: the last good ruleset serves, and the next change is looked at. */
    private static Judgement judgement(RuleSources sources, boolean proven) {
        try {
            return proven ? Judgement.ofProven(sources) : Judgement.of(sources);
        } catch (RuntimeException | Error failed) {
            LOG.error("The rules could not be judged.", failed);
            Fault fault = Fault.of(
                    Place.startOf("."),
                    FaultCode.JUDGING_FAILED,
                    failed.getClass().getSimpleName());
            return Judgement.refused(List.of(fault));
        }
    }

    private static Optional<Standing.Live> revived(LastGood.Kept kept) {
        Judgement judgement = judgement(kept.sources(), kept.proven());
        if (judgement.ruleset().isEmpty()) {
            LOG.errorf(
                    "The last good rules of an earlier run do not go live either, judged by this build: %s",
                    judgement.faults());
        }
        return judgement
                .ruleset()
                .map(ruleset -> new Standing.Live(ruleset, kept.sources(), Instant.now(), Standing.Origin.KEPT));
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
