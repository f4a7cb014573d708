package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.Correlation;
import io.subsidyrules.http.Methods;
import io.subsidyrules.http.Route;
import io.subsidyrules.http.Routes;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line of the log for every problem: status and name, method, the template of the path, who called, the code
 * and the place of the first fault, and the id that the caller was given. Nothing else of a request gets into the log:
 * what a client can fill with what it likes is there only where it has the form that it should have, and a question
 * mark where it has not.
 */
@ApplicationScoped
class ProblemLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.problem");

    private static final String CALLER = "X-Caller";
    private static final String UNKNOWN = "?";
    private static final String NONE = "-";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@:/-]{0,99}");

    /** Names of members and positions, and nothing that could be the id of an applicant. */
    private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z_]{0,39}|[0-9]{1,4}");

    private final Routes routes;

    ProblemLog(Routes routes) {
        this.routes = routes;
    }

    /** The part of a line that does not come from the request. */
    record Line(ProblemType type, HttpProblem problem, String instance) {}

    void write(Line line, @Nullable HttpServerRequest request, @Nullable Throwable cause) {
        if (request == null) {
            writing(line, told(line, NONE, NONE, null), cause).run();
        } else if (!request.response().ended()) {
            // Else it was answered before, and nobody is answered now: the body of a request that was refused broke
            // off, say.
            write(line, asking(request), cause);
        }
    }

    /** The same for a request of which no more is known than that. */
    void write(Line line, Asking asking, @Nullable Throwable cause) {
        String method = Methods.isKnown(asking.method()) ? asking.method() : UNKNOWN;
        Map<String, String> told = told(line, method, asking.template(), asking.caller());
        asking.correlation().log(told, writing(line, told, cause));
    }

    private Asking asking(HttpServerRequest request) {
        return new Asking(
                request.method().name(),
                routes.of(request.path()).map(Route::template).orElse(UNKNOWN),
                request.getHeader(CALLER),
                Correlation.take(request.headers()));
    }

    private static Runnable writing(Line line, Map<String, String> told, @Nullable Throwable cause) {
        String text = "%s %s %s %s caller=%s%s %s"
                .formatted(
                        told.get("status"),
                        told.get("problem"),
                        told.get("method"),
                        told.get("path"),
                        told.get("caller"),
                        told.containsKey("code") ? " " + told.get("code") + " " + told.get("pointer") : "",
                        told.get("instance"));
        return line.type() == ProblemType.INTERNAL_ERROR ? () -> LOG.error(text, cause) : () -> LOG.info(text);
    }

    /** The content of a line, by the names that the fields of a log in JSON have. */
    private static Map<String, String> told(Line line, String method, String path, @Nullable String caller) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("status", Integer.toString(line.type().status()));
        told.put("problem", line.type().slug());
        told.put("method", method);
        told.put("path", path);
        told.put("caller", caller == null ? NONE : NAME.matcher(caller).matches() ? caller : UNKNOWN);
        if (line.problem() instanceof LocalisedProblem own) {
            own.firstFault().ifPresent(fault -> {
                told.put("code", fault.code().toString());
                told.put("pointer", place(fault.pointer()));
            });
        }
        told.put("instance", line.instance());
        return told;
    }

    private static String place(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .map(step -> step.isEmpty() || STEP.matcher(step).matches() ? step : UNKNOWN)
                .limit(10)
                .collect(Collectors.joining("/"));
    }
}
