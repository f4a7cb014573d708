package io.subsidyrules.catalogue;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.fault.Spelling;
import io.subsidyrules.http.Links;
import io.subsidyrules.page.Phrases;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.reader.Asked;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.text.Language;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The types of facts that a request can hold, as JSON Schema. */
@Path("/v1")
@PermitAll
public class FactTypeResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FactTypeResource.class);

    private static final String SCHEMA = "application/schema+json";

    private static final List<String> OFFERED = List.of(SCHEMA, MediaType.APPLICATION_JSON, MediaType.TEXT_HTML);

    private final LiveRuleset live;
    private final Links links;

    FactTypeResource(LiveRuleset live, Links links) {
        this.live = live;
        this.links = links;
    }

    /** A claim type in the list of claim types. */
    record Listed(String type, String title, String policy, String schema, List<String> items) {

        /** The same with the title as the start of a line. */
        private Listed headed() {
            return new Listed(type, Phrases.heading(title), policy, schema, items);
        }
    }

    @GET
    @Path("/claim-types")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, List.of(MediaType.APPLICATION_JSON, Asked.HTML), List.of());
        Ruleset ruleset = live.current();
        UnaryOperator<String> way = links.ofCurrent();
        List<Listed> types = ruleset.book().vocabulary().claims().stream()
                .map(type -> listed(type, ruleset, asked.language(), way))
                .toList();
        return Page.of(
                asked,
                headers,
                language -> Map.of("claimTypes", types),
                () -> CataloguePages.CLAIM_TYPES.html(
                        asked,
                        CataloguePages.words(asked.language()).say("claimTypes"),
                        Map.of("types", types.stream().map(Listed::headed).toList())));
    }

    private static Listed listed(FactType type, Ruleset ruleset, Language language, UnaryOperator<String> way) {
        return new Listed(
                type.name(),
                type.title().in(language),
                type.folder(),
                way.apply(path(type)),
                ruleset.items().stream()
                        .filter(item -> item.claim().filter(type::equals).isPresent())
                        .map(item -> item.id())
                        .toList());
    }

    @GET
    @Path("/claim-types/{type}")
    @Produces({SCHEMA, MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response claimType(@PathParam("type") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        RuleBook book = live.current().book();
        Vocabulary vocabulary = book.vocabulary();
        FactType type = vocabulary.claim(name).orElseThrow(() -> unknown(name, vocabulary));
        return schema(type, book, asked, headers);
    }

    @GET
    @Path("/applicant-type")
    @Produces({SCHEMA, MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response applicantType(@Context UriInfo uri, @Context HttpHeaders headers) {
        Asked asked = Asked.of(uri, headers, OFFERED, List.of());
        RuleBook book = live.current().book();
        return schema(book.vocabulary().applicant(), book, asked, headers);
    }

    private static LocalisedProblem unknown(String name, Vocabulary vocabulary) {
        return LocalisedProblem.notFound(Spelling.nearest(name, vocabulary.claimNames())
                .map(nearest -> TEXTS.text("unknownClaimTypeMaybe", nearest))
                .orElseGet(() -> TEXTS.text("unknownClaimType")));
    }

    private Response schema(FactType type, RuleBook book, Asked asked, HttpHeaders headers) {
        Currency currency = book.currency(type);
        String id = links.ofCurrent().apply(path(type));
        return Page.of(
                asked,
                headers,
                language -> new FactTypeSchema(book.vocabulary(), language).of(type, currency, id),
                () -> FactTypePage.of(type, book.vocabulary(), currency, asked));
    }

    /** The path of a type's schema, as a URI writes it: Chinese letters as the bytes of their UTF-8. */
    static String path(FactType type) {
        return type.isClaim() ? URI.create("/v1/claim-types/" + type.name()).toASCIIString() : "/v1/applicant-type";
    }
}
