package io.subsidyrules.decision;

import io.subsidyrules.problem.KnownQuery;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.replay.Replays;
import io.subsidyrules.text.TextCatalogue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;

/** The one query parameter of a replay: the ruleset that evaluates. */
final class ReplayRuleset {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ReplayRuleset.class);

    private static final String RULESET = "ruleset";
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

    private ReplayRuleset() {}

    /** By which ruleset a replay evaluates: {@code ruleset=current}, or a version. */
    static Replays.Under of(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        KnownQuery.check(query, List.of(RULESET));
        String version = query.getFirst(RULESET);
        if (version == null) {
            return new Replays.Under.Recorded();
        }
        if (!version.equals("current") && !VERSION.matcher(version).matches()) {
            throw LocalisedProblem.badQuery(RULESET, TEXTS.text("currentOrVersion"));
        }
        return version.equals("current") ? new Replays.Under.Current() : new Replays.Under.Version(version);
    }
}
