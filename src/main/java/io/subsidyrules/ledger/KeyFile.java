package io.subsidyrules.ledger;

import io.subsidyrules.files.AtomicFile;
import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file of the signing key, which its owner alone can read, and beside it, while a rotation is under way, that of
 * the next one. The operator asks for a rotation by a file of the same name with {@code .rotate} after it. It goes
 * {@link #rotation}, then the KEY entry, then {@link #promote}; where it breaks off, {@link #inForce} ends it by what
 * the ledger has recorded. Safe for many threads.
 */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    /** In bytes; a key has some hundred. */
    private static final int LONGEST = 16_384;

    /** The content of the file that asks for a rotation when no copy of the key is left to sign it. */
    private static final String LOST = "lost";

    private final Path file;
    private final Path nextFile;
    private final Path asked;

    public KeyFile(Path file) {
        this.file = file.toAbsolutePath();
        this.nextFile = beside(".next");
        this.asked = beside(".rotate");
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /**
     * The key in force.
     *
     * @param recorded the id of the newest key in the ledger; where the ledger has none, a key is made where the file
     *     is absent
     * @throws IOException if the file cannot be read, others can read it, or it holds another key than the ledger's
     */
    public synchronized SigningKey inForce(Optional<String> recorded) throws IOException {
        if (recorded.isEmpty()) {
            return loadOrCreate(file);
        }
        // What a rotation has left beside a key in force keeps nobody from signing with it.
        if (!isInForce(recorded.get()) && isNext(recorded.get())) {
            promote();
        }
        SigningKey key = load(file);
        if (!key.keyId().equals(recorded.get())) {
            throw new IOException("The ledger's key is %s, and the file %s holds %s. Put the file back from a copy."
                    .formatted(recorded.get(), file, key.keyId()));
        }
        return key;
    }

    /** Whether the operator asks for a new key. */
    public boolean isRotationAsked() {
        return Files.exists(asked);
    }

    /**
     * The members of the KEY entry by which the next key follows; it is made if there is none yet. Where the operator
     * has written {@code lost} into the file that asks, it is not signed by the one in force.
     *
     * @param recorded the id of the newest key in the ledger
     * @return empty if the ledger names the next key already, or a rotation is not asked for any more
     * @throws IOException if the key in force cannot be had, or the next one not be made
     */
    public synchronized Optional<Map<String, Object>> rotation(String recorded) throws IOException {
        if (isNext(recorded)) {
            promote();
        }
        if (!isRotationAsked()) {
            return Optional.empty();
        }
        if (RegularFile.text(asked, LONGEST).strip().equals(LOST)) {
            return Optional.of(loadOrCreate(nextFile).firstEntry());
        }
        SigningKey old = inForce(Optional.of(recorded));
        return Optional.of(old.rotationTo(loadOrCreate(nextFile)));
    }

    /**
     * The key that {@link #rotation} hands over to.
     *
     * @throws IOException if it cannot be read
     */
    public synchronized SigningKey next() throws IOException {
        return load(nextFile);
    }

    /** Whether it is the key of this file, or the next one. */
    public synchronized boolean holds(String keyId) {
        return isOf(file, keyId) || isOf(nextFile, keyId);
    }

    private static boolean isOf(Path path, String keyId) {
        try {
            return Files.exists(path) && load(path).keyId().equals(keyId);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Puts the next key, which the ledger names, in the place of the one in force; the rotation is asked for no more.
     */
    public synchronized void promote() throws IOException {
        // In this order: whatever breaks off here, no second rotation comes of it.
        Files.deleteIfExists(asked);
        if (Files.exists(nextFile)) {
            Files.move(nextFile, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder();
    }

    /** A rotation failed: it is not tried again until the operator asks again. */
    public synchronized void giveUpRotation() throws IOException {
        Path failed = beside(".rotate-failed");
        if (Files.isDirectory(failed)) {
            RegularFile.putAside(failed);
        }
        Files.move(asked, failed, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isInForce(String recorded) {
        try {
            return load(file).keyId().equals(recorded);
        } catch (IOException missingOrDamaged) {
            return false;
        }
    }

    private boolean isNext(String recorded) throws IOException {
        return Files.exists(nextFile) && load(nextFile).keyId().equals(recorded);
    }

    private SigningKey loadOrCreate(Path path) throws IOException {
        if (!Files.exists(path)) {
            create(path);
        }
        return load(path);
    }

    /** Whole and once, whoever else makes one at the same time. */
    private void create(Path path) throws IOException {
        Path folder = Files.createDirectories(folder());
        FileAttribute<?>[] mode = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder, "key", ".new", mode);
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer pem = ByteBuffer.wrap(SigningKey.generate().pem().getBytes(StandardCharsets.US_ASCII));
                while (pem.hasRemaining()) {
                    channel.write(pem);
                }
                channel.force(true);
            }
            putInPlace(fresh, path);
            forceFolder();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A link, unlike a move, never takes the place of a file that another process has made meanwhile. */
    private static void putInPlace(Path fresh, Path path) throws IOException {
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.move(fresh, path);
        }
    }

    private static SigningKey load(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no key %s. Put it back from a copy.".formatted(path));
        }
        if (isPosix() && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(path))) {
            throw new IOException(
                    "Others than its owner can read or write the key %s. Make it the service's alone: chmod 600 %s"
                            .formatted(path, path));
        }
        try {
            return SigningKey.ofPem(RegularFile.text(path, LONGEST));
        } catch (GeneralSecurityException noKey) {
            throw new IOException(
                    "The file %s holds no Ed25519 key in PKCS#8: %s.".formatted(path, noKey.getMessage()), noKey);
        }
    }

    private void forceFolder() throws IOException {
        if (isPosix()) {
            AtomicFile.forceFolder(folder());
        }
    }

    private Path folder() throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("The key's file %s stands in no folder.".formatted(file));
        }
        return folder;
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
