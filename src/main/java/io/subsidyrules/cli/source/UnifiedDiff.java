package io.subsidyrules.cli.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Two texts as a unified difference, which {@code patch} and {@code git apply} take. */
public final class UnifiedDiff {

    private UnifiedDiff() {}

    /** The difference with the two lines on the file before it; empty if the texts are the same. */
    public static String of(String path, String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText changed = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, changed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, changed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return edits.isEmpty()
                ? ""
                : "--- a/%s\n+++ b/%s\n%s".formatted(path, path, out.toString(StandardCharsets.UTF_8));
    }
}
