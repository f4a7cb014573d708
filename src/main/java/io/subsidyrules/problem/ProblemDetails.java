package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.policy.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Gives every problem its type, its title in the language asked for, and an id that is in the log too. What others put
 * into the detail is kept only where it comes from this project, so that no class name gets out. The log carries nothing
 * of the request, not even its path, which a client can fill with what it likes.
 */
@ApplicationScoped
class ProblemDetails implements ProblemPostProcessor {

    /** Before the library's own processors, which make plain problems of ours. */
    private static final int FIRST = 1000;

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.problem");

    private final CurrentVertxRequest request;

    ProblemDetails(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        ProblemType type =
                problem instanceof LocalisedProblem own ? own.type() : ProblemType.of(problem.getStatusCode());
        Language language = language();
        String id = "urn:uuid:" + UUID.randomUUID();
        log(type, id, context);
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create(type.path()))
                .withTitle(type.title().in(language))
                .withStatus(problem.getStatusCode())
                .withDetail(
                        problem instanceof LocalisedProblem own
                                ? own.detail().in(language)
                                : type.remedy().in(language))
                .withInstance(URI.create(id))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .withHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            builder.withHeader(HttpHeaders.ALLOW, allowed(context.path));
        }
        problem.getHeaders().forEach(builder::withHeader);
        if (problem instanceof LocalisedProblem own) {
            own.members(language).forEach(builder::with);
        }
        return builder.build();
    }

    @Override
    public int priority() {
        return FIRST;
    }

    /** The methods of a path (RFC 9110 wants them named, and Quarkus does not). */
    private static String allowed(String path) {
        if (path.endsWith("/v1/decisions")) {
            return "GET, HEAD, OPTIONS, POST";
        }
        boolean isWritten = Stream.of("/v1/evaluate", "/revocation", "/replay").anyMatch(path::endsWith);
        return isWritten ? "OPTIONS, POST" : "GET, HEAD, OPTIONS";
    }

    private Language language() {
        return AcceptLanguage.of(
                request.getCurrent() == null
                        ? null
                        : request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static void log(ProblemType type, String id, ProblemContext context) {
        if (type == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(context.cause, "%s %s %s", type.status(), type.slug(), id);
        } else {
            LOG.infof("%s %s %s", type.status(), type.slug(), id);
        }
    }
}
