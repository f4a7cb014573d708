package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A problem whose detail and members are in the requested language. */
public final class LocalisedProblem extends HttpProblem {

    private static final long serialVersionUID = 1L;

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LocalisedProblem.class);

    private final ProblemType type;
    private final transient Text detail;
    private final transient Function<Language, Map<String, Object>> members;
    private final transient Optional<RequestFault> firstFault;

    private LocalisedProblem(
            HttpProblem.Builder builder,
            ProblemType type,
            Text detail,
            Function<Language, Map<String, Object>> members,
            Optional<RequestFault> firstFault) {
        super(builder);
        this.type = type;
        this.firstFault = firstFault;
        this.detail = detail;
        this.members = members;
    }

    /** Leaves out the stack trace: nobody looks where a problem was made, and to find that out takes long. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** A query parameter has a value that it cannot have. */
    public static LocalisedProblem badQuery(String name, String allowed) {
        return badRequest(TEXTS.text("queryOneOf", name, allowed));
    }

    /** A query parameter has a value that it cannot have; says in each language what it must be. */
    public static LocalisedProblem badQuery(String name, Text must) {
        return badRequest(TEXTS.text("queryMustBe", name, must));
    }

    /** The query has a parameter more than once. */
    static LocalisedProblem repeatedQuery(String name) {
        return badRequest(TEXTS.text("queryTwice", name));
    }

    /** The query has a parameter that the resource does not know. */
    static LocalisedProblem unknownQuery(String name, List<String> known) {
        if (known.isEmpty()) {
            return badRequest(TEXTS.text("noQueryTaken", quoted(name)));
        }
        String list = String.join(", ", known);
        return badRequest(Spelling.nearest(name, known)
                .map(nearest -> TEXTS.text("queryMaybe", quoted(name), nearest, list))
                .orElseGet(() -> TEXTS.text("queryUnknown", quoted(name), list)));
    }

    /** The request is not one that can be read. */
    public static LocalisedProblem badRequest(Text detail) {
        return of(ProblemType.BAD_REQUEST, detail, language -> Map.of());
    }

    /** A problem of this kind, with what to do about all of them. */
    public static LocalisedProblem of(ProblemType type) {
        return of(type, type.remedy());
    }

    /** A problem of this kind, with what is wrong here. */
    public static LocalisedProblem of(ProblemType type, Text detail) {
        return of(type, detail, language -> Map.of());
    }

    /** The path answers to other methods, which are these. */
    public static LocalisedProblem notAllowed(String allowed) {
        return new LocalisedProblem(
                HttpProblem.builder()
                        .withStatus(ProblemType.METHOD_NOT_ALLOWED.status())
                        .withHeader(HttpHeaders.ALLOW, allowed),
                ProblemType.METHOD_NOT_ALLOWED,
                ProblemType.METHOD_NOT_ALLOWED.remedy(),
                language -> Map.of(),
                Optional.empty());
    }

    /**
     * The caller has not shown who it is.
     *
     * @param challenge the scheme of HTTP by which it can
     */
    public static LocalisedProblem unauthenticated(Text detail, String challenge) {
        return new LocalisedProblem(
                HttpProblem.builder()
                        .withStatus(ProblemType.UNAUTHENTICATED.status())
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge),
                ProblemType.UNAUTHENTICATED,
                detail,
                language -> Map.of(),
                Optional.empty());
    }

    /** There is no policy of the id that the path names. */
    public static LocalisedProblem unknownPolicy() {
        return notFound(TEXTS.text("unknownPolicy"));
    }

    /** There is nothing of that name. */
    public static LocalisedProblem notFound(Text detail) {
        return of(ProblemType.NOT_FOUND, detail, language -> Map.of());
    }

    /** The service cannot answer now; the client may ask again after so many seconds. */
    public static LocalisedProblem unavailable(Text detail, int seconds) {
        return later(ProblemType.UNAVAILABLE, detail, seconds);
    }

    /** The caller sends more than it may; it may send this again after so many seconds. */
    public static LocalisedProblem tooMany(Text detail, int seconds) {
        return later(ProblemType.TOO_MANY_REQUESTS, detail, seconds);
    }

    /** A problem that goes away: the request can be sent again after so many seconds. */
    static LocalisedProblem later(ProblemType type, Text detail, int seconds) {
        return new LocalisedProblem(
                HttpProblem.builder().withStatus(type.status()).withHeader(HttpHeaders.RETRY_AFTER, seconds),
                type,
                detail,
                language -> Map.of(),
                Optional.empty());
    }

    static LocalisedProblem of(ProblemType type, Text detail, Function<Language, Map<String, Object>> members) {
        return new LocalisedProblem(
                HttpProblem.builder().withStatus(type.status()), type, detail, members, Optional.empty());
    }

    /** Faults of a request's content; the first of them is logged. */
    static LocalisedProblem ofFaults(
            Text detail, Function<Language, Map<String, Object>> members, Optional<RequestFault> first) {
        ProblemType type = ProblemType.INVALID_CONTENT;
        return new LocalisedProblem(HttpProblem.builder().withStatus(type.status()), type, detail, members, first);
    }

    private static String quoted(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    ProblemType type() {
        return type;
    }

    Text detail() {
        return detail;
    }

    Optional<RequestFault> firstFault() {
        return firstFault;
    }

    Map<String, Object> members(Language language) {
        return members.apply(language);
    }
}
