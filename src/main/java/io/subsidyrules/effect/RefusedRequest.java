package io.subsidyrules.effect;

import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line that holds no request, or one that a version of the rules refuses.
 *
 * @param line counted from 1
 * @param decision the id of the decision that it was recorded in
 * @param refusals at most one for each version, the old one first
 * @param readable whether it is a request at all
 */
public record RefusedRequest(int line, Optional<String> decision, List<Refusal> refusals, boolean readable)
        implements LineEffect {

    public RefusedRequest {
        refusals = List.copyOf(refusals);
    }

    /**
     * A reason for which a request is refused.
     *
     * @param by the versions that refuse it for that reason
     * @param pointer the JSON pointer of the first fault; empty for the request as a whole
     * @param reason the first fault, and what to do about it
     * @param count the number of faults
     */
    public record Refusal(Set<Version> by, String pointer, Text reason, int count) {

        public Refusal {
            by = Set.copyOf(by);
        }
    }

    /** A line that holds no request, for whatever reason. */
    public static RefusedRequest unreadable(int line, Text reason) {
        Refusal refusal = new Refusal(Set.of(Version.BEFORE, Version.AFTER), "", reason, 1);
        return new RefusedRequest(line, Optional.empty(), List.of(refusal), false);
    }
}
