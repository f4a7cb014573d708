package io.subsidyrules.catalogue;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** The policies: measures, clauses, items with their amounts and conditions, targets. */
@Path("/v1/policies")
@PermitAll
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PolicyResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(PolicyResource.class);

    private static final List<String> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    private final LiveRuleset live;

    PolicyResource(LiveRuleset live) {
        this.live = live;
    }

    @GET
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        Ruleset ruleset = live.current();
        List<PolicyView.Listed> policies = ruleset.book().policies().stream()
                .map(new PolicyPages(ruleset, asked.language())::listed)
                .toList();
        return Page.of(
                asked,
                headers,
                language -> Map.of("policies", policies),
                () -> CataloguePages.POLICIES.html(
                        asked, CataloguePages.words(asked.language()).say("policies"), Map.of("policies", policies)));
    }

    @GET
    @Path("/{policy}")
    public Response policy(@PathParam("policy") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        Ruleset ruleset = live.current();
        PolicyView.Whole policy = new PolicyPages(ruleset, asked.language())
                .whole(ruleset.book().policy(id).orElseThrow(LocalisedProblem::unknownPolicy));
        return Page.of(
                asked,
                headers,
                language -> policy,
                () -> CataloguePages.POLICY.html(asked, policy.title(), Map.of("policy", policy)));
    }

    @GET
    @Path("/{policy}/measures/{number: [0-9]{1,4}}")
    public Response measure(
            @PathParam("policy") String id,
            @PathParam("number") int number,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        Ruleset ruleset = live.current();
        Policy policy = ruleset.book().policy(id).orElseThrow(LocalisedProblem::unknownPolicy);
        PolicyPages pages = new PolicyPages(ruleset, asked.language());
        PolicyView.Measure measure = pages.measure(
                policy,
                policy.measure(number)
                        .orElseThrow(() -> LocalisedProblem.notFound(
                                TEXTS.text("unknownMeasure", policy.measures().size()))));
        return Page.of(
                asked,
                headers,
                language -> measure,
                () -> CataloguePages.MEASURE.html(
                        asked, measure.title(), Map.of("measure", measure, "policy", pages.listed(policy))));
    }
}
