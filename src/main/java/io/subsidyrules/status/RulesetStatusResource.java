package io.subsidyrules.status;

import io.subsidyrules.http.AcceptLanguage;
import io.subsidyrules.policy.Language;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.rulesets.LiveRuleset;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Tells policy staff whether what they saved is live, and if not, exactly why. */
@Path("/v1/rulesets/status")
public class RulesetStatusResource {

    private final LiveRuleset live;

    RulesetStatusResource(LiveRuleset live) {
        this.live = live;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response status(@Context UriInfo uri, @Context HttpHeaders headers) {
        KnownQuery.none(uri.getQueryParameters());
        Language language = AcceptLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.ok(RulesetStatusPage.of(live.standing(), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
