package io.subsidyrules.recording.project;

import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.recording.store.ProjectHashes;
import io.subsidyrules.recording.store.RequestFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parts of a request by which its decision is recorded and found.
 *
 * @param reference what the caller calls it
 * @param facts what it is listed and counted by
 */
public record RecordedRequest(Optional<String> reference, RequestFacts facts, List<Claim> claims) {

    public RecordedRequest {
        claims = List.copyOf(claims);
    }

    /**
     * A claim.
     *
     * @param keys the fields that distinguish the projects of its type
     * @param project the one that it is for, where all is known that tells it
     */
    public record Claim(KeyFields keys, Optional<NamedProject> project) {}

    /**
     * A project as entries name it.
     *
     * @param text that of its canonical form
     * @param keys what {@link ProjectText#ofKeys} makes of its keys
     */
    public record NamedProject(String text, ProjectHashes hashes, String keys) {

        public static NamedProject of(Project project) {
            return new NamedProject(
                    ProjectText.of(project.canonical()), ProjectHashes.of(project), ProjectText.ofKeys(project.keys()));
        }
    }

    /**
     * The parts of a request.
     *
     * @param body the request as it was received, JSON
     */
    public static RecordedRequest of(Request request, String body) {
        return new RecordedRequest(
                request.reference(),
                RequestFacts.read(body),
                IntStream.range(0, request.claimCount())
                        .mapToObj(claim -> new Claim(
                                request.projectKeys(claim),
                                request.claimedProject(claim).project().map(NamedProject::of)))
                        .toList());
    }

    /** The fields that distinguish the projects of its claims' types, each type once. */
    public List<KeyFields> keys() {
        return claims.stream().map(Claim::keys).distinct().toList();
    }

    /** The hashes of what the projects of its claims look like. */
    public List<String> lookAlikes() {
        return claims.stream()
                .flatMap(claim -> claim.project().stream())
                .map(project -> project.hashes().lookAlike())
                .toList();
    }
}
