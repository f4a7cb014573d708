package io.subsidyrules.coverage.report;

import io.subsidyrules.page.InertText;

/** The paths of files as a report for other programs has them. */
final class ReportedPath {

    private ReportedPath() {}

    /**
     * The path of a file on one line.
     *
     * @param folder the path of the rules folder; nothing or a dot where the paths are relative to it
     */
    static String of(String folder, String path) {
        String prefix = folder.replace('\\', '/').replaceFirst("^(?:\\./)+", "").replaceFirst("/+$", "");
        return InertText.line(prefix.isEmpty() || prefix.equals(".") ? path : prefix + "/" + path);
    }
}
