package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.Links;
import io.subsidyrules.http.RandomId;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.text.Language;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every problem its type, its title in the language asked for, and an id that is in the log too. What others put
 * into the detail is kept only where it comes from this project, so that no class name gets out.
 */
@ApplicationScoped
class Problems {

    private static final String INSTANCE = "urn:uuid:";

    private final ProblemLog log;
    private final Links links;

    Problems(ProblemLog log, Links links) {
        this.log = log;
        this.links = links;
    }

    /**
     * The problem as it is answered; it is logged with this.
     *
     * @param request what it answers, null if that is not known
     * @param cause what is logged with it, where the service is at fault
     */
    HttpProblem told(HttpProblem problem, @Nullable HttpServerRequest request, @Nullable Throwable cause) {
        if (cause != null) {
            OutOfMemory.endIfCauseOf(cause);
        }
        String id = INSTANCE + RandomId.next();
        log.write(new ProblemLog.Line(type(problem), problem, id), request, cause);
        return told(problem, links.to(request, type(problem).path()), language(request), id);
    }

    /** The same for a request of which no more is known than what is logged, and its language. */
    HttpProblem told(LocalisedProblem problem, Asking asking, Language language, Throwable cause) {
        OutOfMemory.endIfCauseOf(cause);
        String id = INSTANCE + RandomId.next();
        log.write(new ProblemLog.Line(problem.type(), problem, id), asking, cause);
        return told(problem, links.to(null, problem.type().path()), language, id);
    }

    /** The problem as it is answered with that id, and logged by others. */
    HttpProblem unlogged(LocalisedProblem problem, Language language, UUID id) {
        return told(problem, links.to(null, problem.type().path()), language, INSTANCE + id);
    }

    private static ProblemType type(HttpProblem problem) {
        return problem instanceof LocalisedProblem own ? own.type() : ProblemType.of(problem.getStatusCode());
    }

    private static HttpProblem told(HttpProblem problem, String link, Language language, String id) {
        ProblemType type = type(problem);
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create(link))
                .withTitle(type.title().in(language))
                .withStatus(problem.getStatusCode())
                .withDetail(
                        problem instanceof LocalisedProblem own
                                ? own.detail().in(language)
                                : type.remedy().in(language))
                .withInstance(URI.create(id))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .withHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        problem.getHeaders().forEach(builder::withHeader);
        if (problem instanceof LocalisedProblem own) {
            own.members(language).forEach(builder::with);
        }
        return new Told(builder);
    }

    /** A problem in one language, as it is answered. */
    private static final class Told extends HttpProblem {

        private static final long serialVersionUID = 1L;

        Told(Builder builder) {
            super(builder);
        }

        /** Leaves out the stack trace, as {@link LocalisedProblem} does. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** The language that a link chose: pages have it in the query. */
    static Optional<Language> chosen(HttpServerRequest request) {
        String query = request.query();
        return query == null
                ? Optional.empty()
                : Stream.of(Language.values())
                        .filter(one -> ("&" + query + "&").contains("&lang=" + one.tag() + "&"))
                        .findFirst();
    }

    private static Language language(@Nullable HttpServerRequest request) {
        Optional<Language> chosen = request == null ? Optional.empty() : chosen(request);
        return chosen.orElseGet(() -> accepted(request));
    }

    private static Language accepted(@Nullable HttpServerRequest request) {
        List<String> asked = request == null ? List.of() : request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
        return AcceptLanguage.of(asked.isEmpty() ? null : String.join(",", asked));
    }
}
