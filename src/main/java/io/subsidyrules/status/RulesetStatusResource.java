package io.subsidyrules.status;

import io.subsidyrules.access.Roles;
import io.subsidyrules.reader.Answered;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Tells policy staff whether what they saved is live, and if not, exactly why. */
@Path("/v1/rulesets/status")
@RolesAllowed({Roles.RULES_EDITOR, Roles.RULES_APPROVER, Roles.ADMIN})
public class RulesetStatusResource {

    private final LiveRuleset live;

    RulesetStatusResource(LiveRuleset live) {
        this.live = live;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response status(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(MediaType.APPLICATION_JSON, Asked.HTML), List.of());
        RulesetStatusPage status =
                RulesetStatusPage.of(live.state(), live.judgedSince(), live.unkept(), asked.language());
        return Answered.with(asked.isForPage() ? StatusHtml.of(status, asked) : status, asked)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
