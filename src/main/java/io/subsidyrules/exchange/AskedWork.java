package io.subsidyrules.exchange;

import io.subsidyrules.admission.Weight;
import io.subsidyrules.admission.Work;
import io.subsidyrules.http.Route.Operation;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the head of a request whose it is and what work it asks for, by what is known before any resource sees it.
 */
final class AskedWork {

    private static final Pattern CALLER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:/-]{0,99}");

    private static final Set<String> FILES = Set.of("application/x-ndjson", "text/csv");
    private static final Set<String> LETTERS = Set.of("text/plain", "text/html");

    /** An evaluation that takes more is large: some tenths of a second. */
    private static final long LARGE = 2_000_000;

    private AskedWork() {}

    /** The caller that a request names, else where it comes from. */
    static String caller(HttpServerRequest request) {
        String address =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        return caller(request.getHeader("X-Caller"), address);
    }

    /** The same by what is known of a request. */
    static String caller(@Nullable String named, String address) {
        return named != null && CALLER.matcher(named).matches() ? named : address;
    }

    /** The weight of its answer, by its form. */
    static Weight weight(HttpServerRequest request, Operation operation) {
        return switch (kind(request, operation)) {
            case DECISION -> Weight.DECISION;
            // A dry run brings its claims; all else that is evaluated anew is recorded.
            case REPLAY -> operation.takesJson() ? Weight.DECISION : Weight.REPLAY;
            case EVALUATION, LARGE_EVALUATION ->
                isLetter(request) ? Weight.LETTER : isFull(request) ? Weight.FULL : Weight.SUMMARY;
            case OPERATION, READING, EXPORT -> Weight.RECORDED;
        };
    }

    /** The kind of work, by its weight in bytes too. */
    static Work work(HttpServerRequest request, Operation operation, long bytes) {
        Work work = kind(request, operation);
        if (work == Work.READING && FILES.contains(accepted(request))) {
            return Work.EXPORT;
        }
        if (work == Work.DECISION && isDryRun(request)) {
            // It looks into the database.
            return Work.REPLAY;
        }
        if (work == Work.EVALUATION && asksForEarlier(request)) {
            // So does this.
            return Work.REPLAY;
        }
        boolean evaluates = work == Work.EVALUATION || work == Work.DECISION;
        return evaluates && bytes > LARGE ? Work.LARGE_EVALUATION : work;
    }

    private static Work kind(HttpServerRequest request, Operation operation) {
        return isLetter(request) ? operation.letter() : operation.work();
    }

    /** As the resource reads it: nothing else evades a place among what waits to be recorded. */
    private static boolean isDryRun(HttpServerRequest request) {
        return "true".equals(request.params().get("dryRun"));
    }

    private static boolean asksForEarlier(HttpServerRequest request) {
        return request.params().contains("earlier");
    }

    private static boolean isFull(HttpServerRequest request) {
        return request.params().contains("explain");
    }

    private static boolean isLetter(HttpServerRequest request) {
        return LETTERS.contains(accepted(request));
    }

    /** The type that the answer will have: {@link Entrance} has put it there. */
    private static String accepted(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted == null ? "" : accepted;
    }
}
