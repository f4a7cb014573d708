package io.subsidyrules.ledger.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.subsidyrules.writing.CanonicalForm;
import io.subsidyrules.writing.LookAlikeForm;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The forms in which the project of an entry is compared with others.
 *
 * @param written its text as it is there
 * @param lookAlike without differences that an eye can miss: of what has this in common, one is paid for
 */
record ProjectForms(Fingerprint written, Fingerprint lookAlike) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A text that is not a project of a service has one form. */
    static ProjectForms of(String text) {
        Fingerprint written = Fingerprint.of(text);
        try {
            JsonNode project = JSON.readTree(text);
            boolean isProject =
                    project.path("type").isTextual() && project.path("keys").isObject();
            return new ProjectForms(written, isProject ? lookAlike(project) : written);
        } catch (IOException other) {
            return new ProjectForms(written, written);
        }
    }

    private static Fingerprint lookAlike(JsonNode project) {
        Map<String, String> keys = new TreeMap<>();
        project.get("keys").properties().forEach(key -> keys.put(key.getKey(), look(key.getValue())));
        return Fingerprint.of(
                project.get("type").textValue(),
                CanonicalForm.of(project.path("applicant").asText("")),
                keys.toString());
    }

    /** Whole numbers and truth values have one form. */
    private static String look(JsonNode value) {
        return value.isTextual() ? '"' + LookAlikeForm.of(CanonicalForm.of(value.textValue())) : value.toString();
    }
}
