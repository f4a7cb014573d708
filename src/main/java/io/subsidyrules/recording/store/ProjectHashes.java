package io.subsidyrules.recording.store;

import io.subsidyrules.engine.project.Project;
import io.subsidyrules.engine.project.ProjectText;
import io.subsidyrules.text.Sha256;

/**
 * By what the database knows a project: the hex SHA-256 of the text of its canonical form, and that of its look-alike
 * form. Projects with one canonical form have one look-alike form.
 */
public record ProjectHashes(String project, String lookAlike) {

    public static ProjectHashes of(Project project) {
        return new ProjectHashes(hash(project.canonical()), hash(project.lookAlike()));
    }

    static String hash(Project form) {
        return ofText(ProjectText.of(form));
    }

    /** The hash by which the first versions knew a project as it was sent. */
    public static String ofText(String project) {
        return Sha256.hex(project);
    }
}
