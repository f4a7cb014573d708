package io.subsidyrules.guide;

import io.subsidyrules.dialect.FactType;
import io.subsidyrules.engine.Explain;
import io.subsidyrules.engine.Request;
import io.subsidyrules.engine.RequestFaultsException;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.page.Layout;
import io.subsidyrules.page.Link;
import io.subsidyrules.page.Style;
import io.subsidyrules.policy.Language;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.Statement;
import io.subsidyrules.statement.StatementForm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A form for a claim of any type that the live rules have, and the letter on what is entered there. */
@Path("/try")
public class TryResource {

    private static final String CSP = "Content-Security-Policy";
    private static final int FAULTY = 422;

    private final LiveRuleset live;
    private final Clock clock;

    TryResource(LiveRuleset live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response form(@Context UriInfo uri, @Context HttpHeaders headers) {
        Ruleset ruleset = live.current();
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        TryForm form = new TryForm(ruleset.book().vocabulary(), type(ruleset, query), query);
        Asked asked = Asked.of(uri, headers, List.of(Asked.HTML), form.names());
        return query.containsKey(TryForm.LETTER)
                ? letter(ruleset, form, asked)
                : form(Response.Status.OK.getStatusCode(), form, asked, List.of());
    }

    private static FactType type(Ruleset ruleset, MultivaluedMap<String, String> query) {
        List<FactType> types = ruleset.book().vocabulary().claims();
        String asked = query.getFirst(TryForm.TYPE);
        return asked == null
                ? TryForm.first(types)
                : ruleset.book()
                        .vocabulary()
                        .claim(asked)
                        .orElseThrow(() -> LocalisedProblem.badQuery(
                                TryForm.TYPE,
                                String.join(
                                        ", ", types.stream().map(FactType::name).toList())));
    }

    private Response letter(Ruleset ruleset, TryForm form, Asked asked) {
        LocalDate today = LocalDate.now(clock);
        Language language = asked.language();
        try {
            Request request = ruleset.reader().read(form.request(), today);
            Statement statement = Statement.of(
                    ruleset,
                    request,
                    ruleset.evaluate(request, Explain.FULL),
                    Explain.SUMMARY,
                    language,
                    new Origin.Evaluated(today));
            List<Link> links = List.of(
                    new Link(
                            "?" + asked.query().replace(TryForm.LETTER + "=yes&", "") + "lang=" + language.tag(),
                            GuidePages.words(language).say("back"),
                            language.tag()),
                    Layout.other(language, asked.query()));
            return Answered.with(StatementForm.HTML.bytes(statement, links), asked)
                    .build();
        } catch (RequestFaultsException faulty) {
            return form(
                    FAULTY,
                    form,
                    asked,
                    faulty.faults().stream()
                            .map(fault -> form.fault(fault, language))
                            .toList());
        }
    }

    private static Response form(int status, TryForm form, Asked asked, List<String> faults) {
        Map<String, Object> values = Map.of(
                "faults", faults,
                "form", form.shown(asked.language()),
                "chosen", asked.chosen().map(Language::tag).orElse(""));
        return Answered.with(GuidePages.FORM.html(asked, values), asked)
                .status(status)
                .header(CSP, null)
                .header(CSP, Style.contentSecurityPolicyOfForms())
                .build();
    }
}
