package io.subsidyrules.history;

import io.subsidyrules.access.Roles;
import io.subsidyrules.admission.Admitted;
import io.subsidyrules.admission.Work;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.http.Links;
import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.archive.RulesetHistory;
import io.subsidyrules.rulesets.LiveRuleset;
import io.subsidyrules.rulesets.RulesetState;
import io.subsidyrules.text.TextCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the rulesets that ever decided here, page by page, and the live one. */
@Path("/v1/rulesets")
@RolesAllowed({Roles.AUDITOR, Roles.RULES_EDITOR, Roles.RULES_APPROVER, Roles.ADMIN})
public class RulesetListResource {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(RulesetListResource.class);

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private final RulesetHistory history;
    private final LiveRuleset live;
    private final Links links;

    RulesetListResource(RulesetHistory history, LiveRuleset live, Links links) {
        this.history = history;
        this.live = live;
        this.links = links;
    }

    @GET
    @Admitted(Work.READING)
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of(LIMIT, CURSOR));
        int limit = limit(query.getFirst(LIMIT));
        Optional<String> after = Optional.ofNullable(query.getFirst(CURSOR));
        if (after.filter(version -> !VERSION.matcher(version).matches()).isPresent()) {
            throw unknownCursor();
        }
        Optional<String> serving =
                live.state().live().map(RulesetState.Live::ruleset).map(Ruleset::version);
        RulesetPage page = page(after, limit, serving);
        Response.ResponseBuilder answer = Response.ok(page.bytes()).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        page.next().ifPresent(next -> answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next)));
        return answer.build();
    }

    /** Without the database the live one is known, and that there may be others. */
    private RulesetPage page(Optional<String> after, int limit, Optional<String> serving) {
        // One more says whether there is a page after it.
        Optional<List<RulesetHistory.Kept>> found = after.isEmpty() && serving.isPresent()
                ? history.newestIfReadable(limit + 1)
                : Optional.of(history.newest(after, limit + 1).orElseThrow(RulesetListResource::unknownCursor));
        if (found.isEmpty()) {
            return RulesetPage.withoutDatabase(serving.orElseThrow());
        }
        List<RulesetHistory.Kept> shown =
                found.get().subList(0, Math.min(limit, found.get().size()));
        Optional<String> next = found.get().size() > limit
                ? Optional.of("/v1/rulesets?%s=%s&%s=%s"
                                .formatted(
                                        LIMIT,
                                        Integer.toString(limit),
                                        CURSOR,
                                        shown.get(limit - 1).version()))
                        .map(links.ofCurrent())
                : Optional.empty();
        Optional<String> unnamed =
                after.isPresent() ? Optional.empty() : serving.filter(version -> !names(version, shown));
        return RulesetPage.of(shown, serving, unnamed, next);
    }

    /** Whether the ledger has it; a ruleset that has just gone live is named within a second. */
    private boolean names(String version, List<RulesetHistory.Kept> shown) {
        return shown.stream().anyMatch(kept -> kept.version().equals(version)) || history.names(version);
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (!NUMBER.matcher(limit).matches() || Integer.parseInt(limit) > MOST) {
            throw LocalisedProblem.badQuery(LIMIT, TEXTS.text("pageSize"));
        }
        return Integer.parseInt(limit);
    }

    private static LocalisedProblem unknownCursor() {
        return LocalisedProblem.badRequest(TEXTS.text("unknownCursor"));
    }
}
