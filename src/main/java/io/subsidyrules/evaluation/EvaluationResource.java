package io.subsidyrules.evaluation;

import io.subsidyrules.access.CurrentCaller;
import io.subsidyrules.access.Roles;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.evaluation.Evaluations.Asked;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.Body;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Answers which subsidies an applicant and its claims are entitled to, as JSON or as a statement for people. */
@Path(EvaluationResource.PATH)
@RolesAllowed({Roles.EVALUATOR, Roles.DECIDER, Roles.RULES_EDITOR, Roles.RULES_APPROVER})
public class EvaluationResource {

    static final String PATH = "/v1/evaluate";

    /** The roles that may evaluate, as the annotation has them. */
    static final Set<String> ROLES =
            Set.of(EvaluationResource.class.getAnnotation(RolesAllowed.class).value());

    static final String VARIES_BY = "Accept, Accept-Language";

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EvaluationResource.class);

    private static final String EXPLAIN = "explain";
    private static final String EARLIER = "earlier";
    private static final String RECORDED = "recorded";

    /** Those who record decisions learn of earlier awards in any case. */
    private static final Set<String> KNOW_AWARDS = Set.of(Roles.DECIDER);

    private final Evaluations evaluations;
    private final CurrentCaller callers;

    EvaluationResource(Evaluations evaluations, CurrentCaller callers) {
        this.callers = callers;
        this.evaluations = evaluations;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({AnswerForm.JSON_TYPE, AnswerForm.TEXT_TYPE, AnswerForm.HTML_TYPE})
    public Response evaluate(InputStream in, @Context UriInfo uri, @Context HttpHeaders headers) {
        AnswerForm form = AnswerForm.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT));
        Explain shown = depth(uri.getQueryParameters());
        boolean consulted = isConsulted(uri.getQueryParameters(), shown);
        if (consulted && !callers.get().hasAny(KNOW_AWARDS)) {
            throw LocalisedProblem.of(ProblemType.FORBIDDEN, TEXTS.text("earlierForbidden"));
        }
        Language language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] answer = evaluations.answer(Body.read(in, headers), new Asked(form, shown, consulted, language));
        return form.headed(Response.ok(answer))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, VARIES_BY)
                .build();
    }

    private static Explain depth(MultivaluedMap<String, String> query) {
        KnownQuery.check(query, List.of(EXPLAIN, EARLIER));
        String asked = query.getFirst(EXPLAIN);
        return switch (asked == null ? "summary" : asked) {
            case "summary" -> Explain.SUMMARY;
            case "full" -> Explain.FULL;
            case "changes" -> Explain.CHANGES;
            default -> throw LocalisedProblem.badQuery(EXPLAIN, "summary, full, changes");
        };
    }

    /** Whether the answer counts what was awarded before, as a decision would. */
    private static boolean isConsulted(MultivaluedMap<String, String> query, Explain shown) {
        String asked = query.getFirst(EARLIER);
        if (asked == null) {
            return false;
        }
        if (!asked.equals(RECORDED)) {
            throw LocalisedProblem.badQuery(EARLIER, RECORDED);
        }
        if (shown == Explain.CHANGES) {
            throw LocalisedProblem.badQuery(EXPLAIN, TEXTS.text("notWithEarlier"));
        }
        return true;
    }
}
