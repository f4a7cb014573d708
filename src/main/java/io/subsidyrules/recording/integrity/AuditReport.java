package io.subsidyrules.recording.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The progress of the comparison of the ledger with its tables: for whoever looks at the service, and for the first
 * recording after a start, which waits for the newest entries. Safe for many threads.
 */
@ApplicationScoped
public class AuditReport {

    private static final Logger LOG = Logger.getLogger(AuditReport.class);

    /** So many of the newest entries are compared before anything is recorded after a start. */
    public static final int NEWEST = 5_000;

    /** A comparison that does not come by keeps nobody from recording longer than this, once the database is there. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private volatile Optional<Progress> progress = Optional.empty();
    private boolean awaited;
    private OptionalLong since = OptionalLong.empty();

    /** @param percent the share of a core's time for comparisons; 0 if there are none */
    AuditReport(@ConfigProperty(name = "subsidy.audit.percent") int percent) {
        awaited = percent > 0;
    }

    /**
     * The progress of a comparison.
     *
     * @param begun when it began
     * @param compared how many entries it has compared
     * @param head how many there were when it began
     * @param differences how many it has found, or the one before it, where that found more
     * @param whole when the last one ended that compared all; empty if none has yet
     */
    public record Progress(Instant begun, long compared, long head, int differences, Optional<Instant> whole) {}

    /** Takes in how far it has come. */
    public void tell(Progress now) {
        progress = Optional.of(now);
    }

    /**
     * Whether recording still waits for the newest entries to be compared after the start.
     *
     * @param now in nanoseconds of a clock that only goes on
     */
    synchronized boolean isAwaited(long now) {
        if (awaited) {
            since = since.isPresent() ? since : OptionalLong.of(now);
            boolean late = now - since.getAsLong() > LONGEST_WAIT.toNanos();
            boolean compared = progress.filter(AuditReport::hasNewest).isPresent();
            if (late && !compared) {
                LOG.warnf(
                        "The newest entries of the ledger could not be compared with its tables within %s "
                                + "s after the start; decisions are recorded before that.",
                        LONGEST_WAIT.toSeconds());
            }
            awaited = !late && !compared;
        }
        return awaited;
    }

    private static boolean hasNewest(Progress now) {
        return now.whole().isPresent() || now.compared() >= NEWEST;
    }

    /** In a sentence. */
    public String sentence() {
        return progress.map(AuditReport::sentence)
                .orElse("The tables were not compared with the ledger yet, or the comparison is switched off.");
    }

    private static String sentence(Progress now) {
        String comparing = "%s of %s entries compared since %s. ".formatted(now.compared(), now.head(), now.begun());
        String whole =
                now.whole().map("All were compared last at %s. "::formatted).orElse("");
        return comparing
                + whole
                + (now.differences() == 0 ? "No difference found." : now.differences() + " differences found.");
    }
}
