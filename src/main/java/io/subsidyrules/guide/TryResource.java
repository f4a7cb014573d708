package io.subsidyrules.guide;

import io.subsidyrules.access.Roles;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import io.subsidyrules.http.Body;
import io.subsidyrules.page.Layout;
import io.subsidyrules.page.Link;
import io.subsidyrules.page.Resent;
import io.subsidyrules.page.Style;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.problem.ProblemType;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.statement.Origin;
import io.subsidyrules.statement.Statement;
import io.subsidyrules.statement.StatementBuilder;
import io.subsidyrules.statement.StatementForm;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form for a claim of any type that the live rules have, and the letter on what is entered there. */
@Path("/try")
@PermitAll
public class TryResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(TryResource.class);

    private static final String CSP = "Content-Security-Policy";
    private static final int OK = 200;
    private static final int FAULTY = 422;

    private final LiveRuleset live;
    private final Clock clock;

    TryResource(LiveRuleset live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response example(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(Asked.HTML), List.of(TryForm.TYPE));
        Optional<String> type = Optional.ofNullable(uri.getQueryParameters().getFirst(TryForm.TYPE));
        Ruleset ruleset = live.current();
        Vocabulary vocabulary = ruleset.book().vocabulary();
        FactType claim = type.map(wanted -> vocabulary
                        .claim(wanted)
                        .orElseThrow(() ->
                                LocalisedProblem.badQuery(TryForm.TYPE, String.join(", ", vocabulary.claimNames()))))
                .orElseGet(() -> TryForm.first(vocabulary.claims()));
        return form(OK, new TryForm(ruleset.book(), claim, Entries.NONE), asked, List.of());
    }

    /** Takes the form: what is entered in it is in the body, so that no address, log or history has it. */
    @POST
    @RolesAllowed({Roles.EVALUATOR, Roles.DECIDER, Roles.RULES_EDITOR, Roles.RULES_APPROVER})
    @Produces(MediaType.TEXT_HTML)
    public Response entered(InputStream in, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(Asked.HTML), List.of());
        MediaType sent = headers.getMediaType();
        if (sent == null || !sent.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            throw LocalisedProblem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, TEXTS.text("formWanted"));
        }
        Entries entries = Entries.read(Body.read(in, headers));
        Ruleset ruleset = live.current();
        Vocabulary vocabulary = ruleset.book().vocabulary();
        String type =
                entries.value(TryForm.TYPE, TryForm.first(vocabulary.claims()).name());
        Optional<FactType> claim = vocabulary.claim(type);
        TryForm form = new TryForm(ruleset.book(), claim.orElseGet(() -> TryForm.first(vocabulary.claims())), entries);
        if (claim.isEmpty()) {
            return form(FAULTY, form, asked, List.of(noSuchType(vocabulary)));
        }
        return entries.has(TryForm.SHOW) ? form(OK, form, asked, List.of()) : letter(ruleset, form, entries, asked);
    }

    /** The rules were changed while the form was open, say. */
    private static RequestFault noSuchType(Vocabulary vocabulary) {
        return new RequestFault(
                "/claims/0/" + TryForm.TYPE,
                RequestFault.Code.UNKNOWN_TYPE,
                TEXTS.text("typeGone"),
                vocabulary.claimNames(),
                Optional.empty());
    }

    private Response letter(Ruleset ruleset, TryForm form, Entries entries, Asked asked) {
        LocalDate today = LocalDate.now(clock);
        try {
            Request request = ruleset.reader().read(form.request(), today);
            Statement statement = StatementBuilder.of(
                    ruleset,
                    request,
                    ruleset.evaluate(request, Explain.FULL),
                    Explain.SUMMARY,
                    asked.language(),
                    new Origin.Evaluated(today));
            return withForm(Answered.with(StatementForm.HTML.bytes(statement, again(entries, asked)), asked));
        } catch (RequestFaultsException faulty) {
            return form(FAULTY, form, asked, faulty.faults());
        }
    }

    /** The entries, to go back to the form with them, and to read the letter in the other language. */
    private static Resent again(Entries entries, Asked asked) {
        Language language = asked.language();
        Link other = Layout.other(language, "");
        return new Resent(
                entries.resent(TryForm.LETTER),
                List.of(
                        new Resent.Button(
                                "?lang=" + language.tag(),
                                TryForm.SHOW,
                                language.tag(),
                                GuidePages.words(language).say("back")),
                        new Resent.Button(other.href(), TryForm.LETTER, other.lang(), other.text())));
    }

    private static Response form(int status, TryForm form, Asked asked, List<RequestFault> faults) {
        Map<String, Object> values = Map.of(
                "form",
                form.shown(asked.language(), faults),
                "action",
                "try" + asked.chosen().map(chosen -> "?lang=" + chosen.tag()).orElse(""));
        String title = GuidePages.words(asked.language()).say(faults.isEmpty() ? "try.title" : "try.titleFaulty");
        return withForm(
                Answered.with(GuidePages.FORM.html(asked, title, values), asked).status(status));
    }

    private static Response withForm(Response.ResponseBuilder page) {
        return page.header(CSP, null)
                .header(CSP, Style.contentSecurityPolicyOfForms())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
