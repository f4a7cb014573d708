package io.subsidyrules.engine;

import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a request are for the project of an earlier one, and which for a project that looks like that of an
 * earlier one. Of claims with known keys the first one counts.
 */
final class RepeatedClaims {

    private final List<@Nullable Claim> repeated;
    private final List<@Nullable Claim> resembled;

    private RepeatedClaims(List<@Nullable Claim> repeated, List<@Nullable Claim> resembled) {
        this.repeated = repeated;
        this.resembled = resembled;
    }

    static RepeatedClaims of(Request request) {
        List<Claim> claims = request.claims();
        List<@Nullable Claim> repeated = new ArrayList<>(claims.size());
        List<@Nullable Claim> resembled = new ArrayList<>(claims.size());
        Map<Project, Claim> first = new HashMap<>();
        Map<Project, Claim> alike = new HashMap<>();
        boolean several = claims.size() > 1;
        for (Claim claim : claims) {
            Optional<Project> project = several ? Project.withinRequest(claim.fact()) : Optional.empty();
            Optional<Project> told = request.comparesAsSent() ? project : project.map(Project::canonical);
            Claim same = told.map(one -> first.putIfAbsent(one, claim)).orElse(null);
            repeated.add(same);
            boolean looked = same == null && !request.comparesAsSent();
            resembled.add(
                    looked
                            ? project.map(one -> alike.putIfAbsent(one.lookAlike(), claim))
                                    .orElse(null)
                            : null);
        }
        return new RepeatedClaims(repeated, resembled);
    }

    /** The claim whose project the claim at that index is for as well. */
    Optional<Claim> repeatedBy(int index) {
        return Optional.ofNullable(repeated.get(index));
    }

    /** The claim whose project looks like that of the claim at that index, which is not a repeat. */
    Optional<Claim> resembledBy(int index) {
        return Optional.ofNullable(resembled.get(index));
    }
}
