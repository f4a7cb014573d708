package io.subsidyrules.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Files that are replaced as a whole: a reader finds all of the old content or all of the new one. */
public final class AtomicFile {

    private AtomicFile() {}

    /** The content of a file; it may close what it writes to. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Puts a file in the place of the one that is there; anything there that is not a file is put aside.
     *
     * @param fresh the path that the content is written to first, in the same folder
     * @param forced whether the content is on the disk when it takes that place, so that it outlives a power cut
     * @throws IOException if the old content, or nothing, is still there
     */
    public static void replace(Path file, Path fresh, boolean forced, Content content, FileAttribute<?>... attributes)
            throws IOException {
        RegularFile.makeWay(fresh);
        Files.deleteIfExists(fresh);
        try {
            write(fresh, content, attributes);
            if (forced) {
                force(fresh, StandardOpenOption.WRITE);
            }
        } catch (IOException failed) {
            // What a full disk took of it is of no use to anybody.
            Files.deleteIfExists(fresh);
            throw failed;
        }
        RegularFile.makeWay(file);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path fresh, Content content, FileAttribute<?>... attributes) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (OutputStream out = Channels.newOutputStream(FileChannel.open(fresh, anew, attributes))) {
            content.writeTo(out);
        }
    }

    /** Has the disk take in which files a folder holds. */
    public static void forceFolder(Path folder) throws IOException {
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
