package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Text;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.function.Function;

/** A problem whose detail and members are told in the language asked for. */
public final class LocalisedProblem extends HttpProblem {

    private static final long serialVersionUID = 1L;

    private final transient Text detail;
    private final transient Function<Language, Map<String, Object>> members;

    private LocalisedProblem(
            HttpProblem.Builder builder, Text detail, Function<Language, Map<String, Object>> members) {
        super(builder);
        this.detail = detail;
        this.members = members;
    }

    /** A query parameter has a value that it cannot have. */
    public static LocalisedProblem badQuery(String name, String allowed) {
        return of(
                ProblemType.BAD_REQUEST,
                new Text(
                        "The query parameter %s must be one of: %s.".formatted(name, allowed),
                        "查询参数 %s 只能是：%s。".formatted(name, allowed)),
                language -> Map.of());
    }

    /** The query has a parameter that the resource does not know. */
    public static LocalisedProblem unknownQuery(String name, String known) {
        String quoted = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return of(
                ProblemType.BAD_REQUEST,
                new Text(
                        "The query parameter %s is not known. Known is: %s.".formatted(quoted, known),
                        "没有查询参数 %s，可用的是：%s。".formatted(quoted, known)),
                language -> Map.of());
    }

    /** There is nothing of that name. */
    public static LocalisedProblem notFound(Text detail) {
        return of(ProblemType.NOT_FOUND, detail, language -> Map.of());
    }

    /** The service cannot answer now; the client may ask again after so many seconds. */
    static LocalisedProblem unavailable(Text detail, int seconds) {
        return new LocalisedProblem(
                HttpProblem.builder()
                        .withStatus(ProblemType.UNAVAILABLE.status())
                        .withHeader(HttpHeaders.RETRY_AFTER, seconds),
                detail,
                language -> Map.of());
    }

    static LocalisedProblem of(ProblemType type, Text detail, Function<Language, Map<String, Object>> members) {
        return new LocalisedProblem(HttpProblem.builder().withStatus(type.status()), detail, members);
    }

    Text detail() {
        return detail;
    }

    Map<String, Object> members(Language language) {
        return members.apply(language);
    }
}
