package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.UnreadableRequestException;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** 400: tells where a body stops being JSON. */
@Provider
public class UnreadableRequestMapper extends ExceptionMapperBase<UnreadableRequestException> {

    @Override
    protected HttpProblem toProblem(UnreadableRequestException unreadable) {
        return problem(unreadable);
    }

    static LocalisedProblem problem(UnreadableRequestException unreadable) {
        Map<String, Object> place = new LinkedHashMap<>();
        unreadable.line().ifPresent(line -> place.put("line", line));
        unreadable.column().ifPresent(column -> place.put("column", column));
        return LocalisedProblem.of(ProblemType.BAD_REQUEST, unreadable.detail(), language -> place);
    }
}
