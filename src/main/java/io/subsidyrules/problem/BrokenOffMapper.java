package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.Body;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** 400: the client went away before it had sent the whole body; nobody reads the answer, but the log says it. */
@Provider
public class BrokenOffMapper extends ExceptionMapperBase<Body.BrokenOffException> {

    @Override
    protected HttpProblem toProblem(Body.BrokenOffException brokenOff) {
        return LocalisedProblem.of(ProblemType.BAD_REQUEST, ProblemType.BAD_REQUEST.remedy(), language -> Map.of());
    }
}
