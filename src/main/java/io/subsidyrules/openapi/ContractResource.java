package io.subsidyrules.openapi;

import io.subsidyrules.catalogue.Page;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.rulesets.LiveRuleset;
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
public class ContractResource {

    private final LiveRuleset live;

    ContractResource(LiveRuleset live) {
        this.live = live;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response contract(@Context UriInfo uri, @Context HttpHeaders headers) {
        ContractForm form = ContractForm.of(uri.getQueryParameters());
        Ruleset ruleset = live.current();
        return Page.of(headers, language -> LiveContract.of(ruleset, language, form));
    }
}
