package io.subsidyrules.rulesets.kept;

import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps the sources of the live ruleset for the next start. What cannot be kept is tried again until it is, and what is
 * taken away or replaced is kept again. Safe for many threads.
 */
public final class RulesetKeeper {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RulesetKeeper.class);
    private static final Logger LOG = Logger.getLogger(RulesetKeeper.class);

    /** Between two attempts, and between two looks at what was kept. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LastGood file;
    private final Duration pause;
    private Optional<RuleSources> live = Optional.empty();
    private Optional<Object> kept = Optional.empty();
    private long next = System.nanoTime();
    private volatile Optional<KeepingFailure> unkept = Optional.empty();

    public RulesetKeeper(LastGood file) {
        this(file, PAUSE);
    }

    public RulesetKeeper(LastGood file, Duration pause) {
        this.file = file;
        this.pause = pause;
    }

    /** Since when, and why, the live ruleset is not kept; empty if it is, and where none is live. */
    public Optional<KeepingFailure> unkept() {
        return unkept;
    }

    /** These are live, and were read from the file that was there then. */
    public synchronized void read(LastGood.Kept rules) {
        live = Optional.of(rules.sources());
        kept = rules.file();
        kept();
    }

    /** These are live from now on. */
    public synchronized void keep(RuleSources sources) {
        live = Optional.of(sources);
        attempt(sources);
    }

    /** Keeps what could not be kept, or was taken away, where it is time to try again. */
    public synchronized void look() {
        if (System.nanoTime() - next < 0) {
            return;
        }
        next = System.nanoTime() + pause.toNanos();
        if (unkept.isPresent() || !kept.equals(file.identity())) {
            live.ifPresent(this::attempt);
        }
    }

    private void attempt(RuleSources sources) {
        try {
            file.keep(sources);
            kept = file.identity();
            kept();
        } catch (IOException failed) {
            notKept(reason(failed));
        }
        next = System.nanoTime() + pause.toNanos();
    }

    private void kept() {
        if (unkept.isPresent()) {
            LOG.infof("The live ruleset is kept in %s again.", file.file());
            unkept = Optional.empty();
        }
    }

    private void notKept(Text why) {
        if (unkept.isEmpty()) {
            LOG.warnf(
                    "The live ruleset could not be kept in %s (%s), which is tried again."
                            + " Until then a restart with faulty rules would find an older one or none.",
                    file.file(), why.en());
        }
        unkept =
                Optional.of(new KeepingFailure(unkept.map(KeepingFailure::since).orElseGet(Instant::now), why));
    }

    /** The reason that the system gives, without the path, which clients need not know. */
    private Text reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return TEXTS.text("permissionDenied");
        }
        String told = failed instanceof FileSystemException ofFile ? ofFile.getReason() : failed.getMessage();
        if (told == null || told.isBlank()) {
            return TEXTS.text("diskFails");
        }
        String brief =
                told.replace(file.file().toString(), file.file().getFileName().toString());
        return new Text(brief, brief);
    }
}
