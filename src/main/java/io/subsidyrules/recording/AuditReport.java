package io.subsidyrules.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** How far the comparison of the ledger with its tables has come, for whoever looks at the service. Safe for many threads. */
@ApplicationScoped
public class AuditReport {

    private volatile Optional<Progress> progress = Optional.empty();

    AuditReport() {}

    /**
     * The progress of a comparison.
     *
     * @param begun when it began
     * @param compared how many entries it has compared
     * @param head how many there were when it began
     * @param differences how many it has found, or the one before it, where that found more
     * @param whole when the last one ended that compared all; empty where none has yet
     */
    public record Progress(Instant begun, long compared, long head, int differences, Optional<Instant> whole) {}

    /** Takes in how far it has come. */
    public void tell(Progress now) {
        progress = Optional.of(now);
    }

    /** In a sentence. */
    String sentence() {
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
