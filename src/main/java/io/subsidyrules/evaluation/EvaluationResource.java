package io.subsidyrules.evaluation;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.http.Body;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.write.Decisions;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Answers which subsidies an applicant and its claims are entitled to, as JSON or as a statement for people. */
@Path("/v1/evaluate")
public class EvaluationResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EvaluationResource.class);

    private static final String EXPLAIN = "explain";
    private static final String EARLIER = "earlier";
    private static final String RECORDED = "recorded";

    private final LiveRuleset live;
    private final Decisions decisions;
    private final EvaluationMetrics metrics;
    private final Clock clock;

    EvaluationResource(LiveRuleset live, Decisions decisions, EvaluationMetrics metrics, Clock clock) {
        this.live = live;
        this.decisions = decisions;
        this.metrics = metrics;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({AnswerForm.JSON_TYPE, AnswerForm.TEXT_TYPE, AnswerForm.HTML_TYPE})
    public Response evaluate(InputStream in, @Context UriInfo uri, @Context HttpHeaders headers) {
        AnswerForm form = AnswerForm.preferred(headers.getRequestHeader(HttpHeaders.ACCEPT));
        Explain shown = depth(uri.getQueryParameters());
        boolean consulted = isConsulted(uri.getQueryParameters(), shown);
        Language language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = Body.read(in, headers);
        byte[] answer = metrics.measured(
                () -> evaluated(body, form.explained(shown), consulted), done -> form.bytes(done, shown, language));
        return form.headed(Response.ok(answer))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    private Evaluated evaluated(byte[] body, Explain depth, boolean consulted) {
        Ruleset ruleset = live.current();
        LocalDate today = LocalDate.now(clock);
        Request request = ruleset.reader().read(body, today);
        Answer answer = consulted
                ? ruleset.evaluate(request, depth, decisions.earlierAwards(ruleset, request, body))
                : ruleset.evaluate(request, depth);
        return new Evaluated(ruleset, request, answer, today);
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
