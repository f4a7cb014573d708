package io.subsidyrules.catalogue;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.Text;
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
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class PolicyResource {

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
        PolicyView.Whole policy = new PolicyPages(ruleset, asked.language()).whole(policy(ruleset, id));
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
        Policy policy = policy(ruleset, id);
        PolicyPages pages = new PolicyPages(ruleset, asked.language());
        PolicyView.Measure measure = pages.measure(
                policy,
                policy.measure(number)
                        .orElseThrow(() -> LocalisedProblem.notFound(new Text(
                                "The policy has %s measures, and none of that number."
                                        .formatted(policy.measures().size()),
                                "该政策共有 %s 条措施，没有此编号。"
                                        .formatted(policy.measures().size())))));
        return Page.of(
                asked,
                headers,
                language -> measure,
                () -> CataloguePages.MEASURE.html(
                        asked, measure.title(), Map.of("measure", measure, "policy", pages.listed(policy))));
    }

    private static Policy policy(Ruleset ruleset, String id) {
        return ruleset.book().policies().stream()
                .filter(policy -> policy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> LocalisedProblem.notFound(new Text(
                        "There is no policy of this id. /v1/policies lists those that are.",
                        "没有此编号的政策，请查看 /v1/policies。")));
    }
}
