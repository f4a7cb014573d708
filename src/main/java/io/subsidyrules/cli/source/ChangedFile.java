package io.subsidyrules.cli.source;

import io.subsidyrules.cli.console.CommandException;
import io.subsidyrules.files.AtomicFile;
import io.subsidyrules.text.TextCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Writes a rule file as a whole: whoever reads it meanwhile finds the old content or the new one. */
public final class ChangedFile {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ChangedFile.class);

    /** A file that begins with a tilde is one that the rules folder passes over. */
    private static final String FRESH = "~";

    private ChangedFile() {}

    /**
     * Replaces the content of a file that is there, which keeps its rights.
     *
     * @param read the content that the new one was made from
     * @throws CommandException if it has another content by now, or cannot be written; what is there stays there
     */
    public static void write(Path file, String shown, byte[] read, String content) {
        try {
            Path target = file.toRealPath();
            if (!Arrays.equals(Files.readAllBytes(target), read)) {
                throw new CommandException(TEXTS.text("changedMeanwhile", shown));
            }
            Path fresh = target.resolveSibling(FRESH + target.getFileName());
            AtomicFile.replace(target, fresh, false, out -> {
                out.write(content.getBytes(StandardCharsets.UTF_8));
                keepRights(target, fresh);
            });
        } catch (IOException failed) {
            throw new CommandException(
                    TEXTS.text("unwritten", shown, failed.getClass().getSimpleName()));
        }
    }

    private static void keepRights(Path file, Path fresh) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(fresh, rights.readAttributes().permissions());
        }
    }
}
