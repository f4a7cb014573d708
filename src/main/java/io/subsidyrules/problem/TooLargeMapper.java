package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.subsidyrules.http.Body;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** 413: refuses a body that is too large, and closes the connection instead of reading the rest of it. */
@Provider
public class TooLargeMapper extends ExceptionMapperBase<Body.TooLargeException> {

    private final CurrentVertxRequest request;

    TooLargeMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    protected HttpProblem toProblem(Body.TooLargeException tooLarge) {
        RoutingContext routing = request.getCurrent();
        routing.response().putHeader("Connection", "close");
        routing.addEndHandler(answered -> routing.request().connection().close());
        return LocalisedProblem.of(ProblemType.TOO_LARGE, ProblemType.TOO_LARGE.remedy(), language -> Map.of());
    }
}
