package io.subsidyrules.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.engine.request.UnreadableRequestException;
import io.subsidyrules.rulesets.NoRulesetException;
import io.subsidyrules.text.Language;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The problems of evaluations that failed where no resource answers: the same as the mappers make of them. */
@ApplicationScoped
public class EvaluationProblems {

    private final Problems problems;
    private final ObjectMapper json;

    EvaluationProblems(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /**
     * An answer with a problem.
     *
     * @param headers those that depend on the problem, and its media type
     */
    public record Written(int status, Map<String, String> headers, Buffer body) {}

    /** The answer in that language to a request whose evaluation failed; it is logged. */
    public Written of(Throwable failure, Asking asking, Language language) {
        HttpProblem told = problems.told(problem(failure), asking, language, failure);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", HttpProblem.MEDIA_TYPE.toString());
        told.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        try {
            return new Written(told.getStatusCode(), headers, Buffer.buffer(json.writeValueAsBytes(told)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static LocalisedProblem problem(Throwable failure) {
        if (failure instanceof RequestFaultsException refused) {
            return RequestFaultsMapper.problem(refused);
        }
        if (failure instanceof UnreadableRequestException unreadable) {
            return UnreadableRequestMapper.problem(unreadable);
        }
        return failure instanceof NoRulesetException none
                ? NoRulesetMapper.problem(none)
                : LocalisedProblem.of(ProblemType.INTERNAL_ERROR);
    }
}
