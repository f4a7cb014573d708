package io.subsidyrules.openapi;

import io.subsidyrules.catalogue.Page;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.http.Links;
import io.subsidyrules.rulesets.LiveRuleset;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Serves the contract as it is by the live rules. */
@Path("/v1/openapi")
@PermitAll
public class ContractResource {

    private final LiveRuleset live;
    private final Links links;

    ContractResource(LiveRuleset live, Links links) {
        this.live = live;
        this.links = links;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response contract(@Context UriInfo uri, @Context HttpHeaders headers) {
        ContractForm form = ContractForm.of(uri.getQueryParameters());
        Ruleset ruleset = live.current();
        String server = links.ofCurrent().apply("/");
        return Page.of(headers, language -> LiveContract.of(ruleset, language, form, server));
    }
}
