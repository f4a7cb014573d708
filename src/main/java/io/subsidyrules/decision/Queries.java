package io.subsidyrules.decision;

import io.subsidyrules.policy.Text;
import io.subsidyrules.problem.LocalisedProblem;
import io.subsidyrules.recording.Replays;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;

/** What resources take of a query. */
final class Queries {

    private static final String RULESET = "ruleset";
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

    private Queries() {}

    /** By which ruleset a replay evaluates: {@code ruleset=current}, or a version. */
    static Replays.Under under(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        for (String name : query.keySet()) {
            if (!name.equals(RULESET)) {
                throw LocalisedProblem.unknownQuery(name, RULESET);
            }
        }
        List<String> asked = query.getOrDefault(RULESET, List.of());
        if (asked.isEmpty()) {
            return new Replays.Under.Recorded();
        }
        String version = asked.get(0);
        if (asked.size() > 1
                || !(version.equals("current") || VERSION.matcher(version).matches())) {
            throw LocalisedProblem.badRequest(new Text(
                    "The query parameter ruleset must be current, or a version of 64 hexadecimal digits.",
                    "查询参数 ruleset 须为 current，或由 64 位十六进制数字组成的版本号。"));
        }
        return version.equals("current") ? new Replays.Under.Current() : new Replays.Under.Version(version);
    }

    /** @throws LocalisedProblem where there is a parameter, as none is known */
    static void none(UriInfo uri) {
        uri.getQueryParameters().keySet().stream().findFirst().ifPresent(name -> {
            throw LocalisedProblem.noQuery(name);
        });
    }
}
