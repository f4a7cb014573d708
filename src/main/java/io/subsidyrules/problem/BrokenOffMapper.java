package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.Body;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** 408: the client went away, or took too long, before it had sent the whole body. */
@Provider
public class BrokenOffMapper extends ExceptionMapperBase<Body.BrokenOffException> {

    @Override
    protected HttpProblem toProblem(Body.BrokenOffException brokenOff) {
        return LocalisedProblem.of(
                ProblemType.REQUEST_TIMEOUT, ProblemType.REQUEST_TIMEOUT.remedy(), language -> Map.of());
    }
}
