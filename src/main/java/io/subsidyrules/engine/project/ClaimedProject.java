package io.subsidyrules.engine.project;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.fact.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project that a claim is for, as far as its request says: it is known, or fields are unknown that would tell it,
 * or the type of the claim tells no projects apart, where there is neither.
 *
 * @param project where all is known that tells it
 * @param unknown else the unknown fields that would tell it, by their JSON pointers, in the order of the declare, the
 *     applicant's id last
 */
public record ClaimedProject(Optional<Project> project, Map<String, Field> unknown) {

    private static final String ID = "id";
    private static final ClaimedProject KEYLESS = new ClaimedProject(Optional.empty(), Map.of());

    public ClaimedProject {
        if (project.isPresent() && !unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "A project with unknown keys (%s) is not known.".formatted(unknown.keySet()));
        }
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    public static ClaimedProject of(Fact claim, Fact applicant) {
        List<Field> keys = claim.type().keys();
        boolean ofApplicant = isOfApplicant(claim.type());
        Optional<Field> owner = ofApplicant ? id(applicant.type()) : Optional.empty();
        if (keys.isEmpty() || (ofApplicant && owner.isEmpty())) {
            return KEYLESS;
        }
        Map<String, Field> unknown = new LinkedHashMap<>();
        keys.forEach(key -> claim.addIfUnknown(key, unknown));
        owner.ifPresent(id -> applicant.addIfUnknown(id, unknown));
        Optional<Project> known = unknown.isEmpty() ? Project.withinRequest(claim) : Optional.empty();
        return new ClaimedProject(
                owner.isPresent()
                        ? known.map(project -> project.of(applicant.text(ID).orElseThrow()))
                        : known,
                unknown);
    }

    /** Whether the keys of the type tell projects of one applicant apart. */
    static boolean isOfApplicant(FactType claim) {
        return claim.keys().stream().anyMatch(key -> key.key() == Field.Key.PROJECT_OF_APPLICANT);
    }

    /** The field that identifies an applicant. */
    static Optional<Field> id(FactType applicant) {
        return applicant.field(ID);
    }

    /** The JSON pointers of the unknown fields that would tell the project. */
    public List<String> unknownKeys() {
        return List.copyOf(unknown.keySet());
    }
}
