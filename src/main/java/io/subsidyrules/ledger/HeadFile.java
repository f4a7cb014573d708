package io.subsidyrules.ledger;

import io.subsidyrules.files.AtomicFile;
import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The file of the head that is kept, beside that of the signing key and with {@code .head} after its name. Whoever
 * reads it finds one whole head or another, also while it is written. Safe for many threads.
 */
public final class HeadFile {

    /** More than a head has. */
    private static final int LONGEST = 4096;

    private final Path file;

    /** The ending of a new file, of this process alone: several services can keep their head in one file. */
    private final String fresh = "." + UUID.randomUUID() + ".new";

    /** @param key the file of the signing key */
    public HeadFile(Path key) {
        Path beside = key.toAbsolutePath();
        this.file = beside.resolveSibling(beside.getFileName() + ".head");
    }

    public Path path() {
        return file;
    }

    /**
     * The head that is kept; empty if none is.
     *
     * @throws IOException if the file cannot be read, or holds no head
     */
    public synchronized Optional<KeptHead> read() throws IOException {
        try {
            return Optional.of(KeptHead.read(RegularFile.text(file, LONGEST)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException damaged) {
            throw new IOException("%s is damaged: %s".formatted(file, damaged.getMessage()), damaged);
        }
    }

    /**
     * Puts a head in the place of the one before.
     *
     * @param forced whether it is to be on the disk after a power cut too, which takes as long as a write of the disk
     */
    public synchronized void write(KeptHead head, boolean forced) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + fresh);
        byte[] json = (head.json() + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.replace(file, whole, forced, out -> out.write(json));
    }
}
