package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the problems of resources like all others. */
@ApplicationScoped
class ProblemDetails implements ProblemPostProcessor {

    /** Before the library's own processors, which make plain problems of ours. */
    private static final int FIRST = 1000;

    private final CurrentVertxRequest request;
    private final Problems problems;

    ProblemDetails(CurrentVertxRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        RoutingContext current = request.getCurrent();
        return problems.told(problem, current == null ? null : current.request(), context.cause);
    }

    @Override
    public int priority() {
        return FIRST;
    }
}
