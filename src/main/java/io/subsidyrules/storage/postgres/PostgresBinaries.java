package io.subsidyrules.storage.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come with the service, unpacked once into a folder that only its owner can change. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /** The version of PostgreSQL: {@code 18.4}. */
    static String version() {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres-version.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /**
     * The folder with {@code bin}, {@code lib} and {@code share} below a data folder; made where it is not there yet,
     * and made anew where it is not as it was unpacked.
     *
     * @throws NoOwnPostgresException if the service brings none for this operating system and processor
     */
    static Path unpacked(Path data) throws IOException {
        Path folder = data.resolve("postgres-" + version());
        if (!UnpackedFiles.hold(folder)) {
            Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
            delete(fresh);
            unpack(fresh);
            UnpackedFiles.note(fresh);
            delete(folder);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void unpack(Path folder) throws IOException {
        String archive = "/postgres-linux-%s.txz".formatted(processor());
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw notHere();
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    put(entry, tar, folder.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static String processor() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw notHere();
        }
        return switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> throw notHere();
        };
    }

    private static NoOwnPostgresException notHere() {
        return new NoOwnPostgresException(
                "The service brings its own PostgreSQL for Linux on x86-64 and ARM64 only, and this is %s on %s."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                        + " Give it a database: quarkus.datasource.jdbc.url, quarkus.datasource.username,"
                        + " quarkus.datasource.password.");
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            content.transferTo(out);
            file.force(true);
        }
        Files.setPosixFilePermissions(target, (entry.getMode() & OWNER_EXECUTES) == 0 ? READABLE : EXECUTABLE);
    }

    /** Deletes a folder with all that is in it, or whatever else is there; links are not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path visited, java.io.@org.jspecify.annotations.Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
