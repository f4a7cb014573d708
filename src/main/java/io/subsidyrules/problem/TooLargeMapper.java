package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.http.Body;
import jakarta.ws.rs.ext.Provider;

/** 413: refuses a body that is too large, and closes the connection instead of reading the rest of it. */
@Provider
public class TooLargeMapper extends ExceptionMapperBase<Body.TooLargeException> {

    @Override
    protected HttpProblem toProblem(Body.TooLargeException tooLarge) {
        return LocalisedProblem.closing(ProblemType.TOO_LARGE);
    }
}
