package io.subsidyrules.storage.data;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that this service alone uses, however it is reached: by another name, a link or a mount. The system
 * gives the lock back when the service ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel file;

    private DataFolder(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Makes the folder where it is not there yet, and locks it.
     *
     * @throws RefusedStartException if it is not a folder, cannot be made or written to, or another service uses it
     */
    public static DataFolder locked(Path data) {
        Path path = data.toAbsolutePath().normalize();
        make(path);
        try {
            Path lock = path.resolve("postgres.lock");
            // Whoever holds the lock holds it on a file.
            RegularFile.makeWay(lock);
            FileChannel file = FileChannel.open(
                    lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                lock(path, file);
                return new DataFolder(path, file);
            } catch (IOException | RuntimeException failed) {
                file.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw notWritable(path, failed);
        }
    }

    /** Names the file that it is about, where the system does. */
    private static RefusedStartException notWritable(Path path, IOException failed) {
        String file = failed instanceof FileSystemException system && system.getFile() != null
                ? path.relativize(path.resolve(system.getFile())) + ": "
                : "";
        return refused(path, "cannot be written to (%s%s)".formatted(file, reason(failed)));
    }

    private static void make(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw refused(path, "is not a folder");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw refused(path, "does not exist and cannot be made (%s)".formatted(reason(failed)));
        }
    }

    private static RefusedStartException refused(Path path, String what) {
        return new RefusedStartException(
                ("The data folder %s %s. SUBSIDY_DATA must name a folder that the user %s can write to and "
                                + "that has room for a database, or QUARKUS_DATASOURCE_JDBC_URL "
                                + "a database to record in.")
                        .formatted(path, what, System.getProperty("user.name")));
    }

    /** The reason that the system gave, without the path, which the message has already. */
    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = failed instanceof FileSystemException system ? system.getReason() : failed.getMessage();
        return said == null ? "a folder above it is missing or is a file" : said.toLowerCase(Locale.ROOT);
    }

    private static void lock(Path path, FileChannel file) throws IOException {
        FileLock lock = tried(file);
        if (lock == null) {
            throw new RefusedStartException(
                    ("The data folder %s is in use by another service (%s). Stop that one first, or give "
                                    + "this one a folder of its own by SUBSIDY_DATA; two services share a database by "
                                    + "QUARKUS_DATASOURCE_JDBC_URL.")
                            .formatted(path, holder(file)));
        }
        try {
            file.truncate(0);
            file.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException full) {
            // Who holds the lock is then not said; that it is held, is.
            file.truncate(0);
        }
    }

    private static @Nullable FileLock tried(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static String holder(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(500);
        file.read(content, 0);
        String said = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8)
                .replaceAll("[^ -~]", "")
                .strip();
        return said.isEmpty() ? "it has not said which" : said;
    }

    private static String self() throws IOException {
        Path host = Path.of("/proc/sys/kernel/hostname");
        return "process %s%s, since %s"
                .formatted(
                        ProcessHandle.current().pid(),
                        Files.isReadable(host) ? " on " + Files.readString(host).strip() : "",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public Path path() {
        return path;
    }

    /** Gives the folder back, since a file in it failed. */
    public RefusedStartException refused(IOException failed) {
        RefusedStartException refused = notWritable(path, failed);
        try {
            close();
        } catch (IOException notClosed) {
            refused.addSuppressed(notClosed);
        }
        return refused;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
