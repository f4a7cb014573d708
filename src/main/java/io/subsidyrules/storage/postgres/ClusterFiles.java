package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The files of a database as they are found before PostgreSQL opens them. Those that say nothing of what is recorded
 * are made anew where they are missing or damaged; of the others one that PostgreSQL could not open, or would wait for,
 * is named.
 */
final class ClusterFiles {

    private static final Logger LOG = Logger.getLogger(ClusterFiles.class);

    private static final String COPY =
            "Put the folder postgres back from a copy of the data folder, or what is missing in it from the same copy.";

    /** As PostgreSQL makes them, but for what the service sets when it starts it. */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "postgresql.conf", "# Made anew by the service: all settings have their defaults.\n",
            "postgresql.auto.conf", "",
            "pg_hba.conf", "host all all 127.0.0.1/32 scram-sha-256\n",
            "pg_ident.conf", "");

    private static final List<String> OF_ONE_RUN = List.of("postmaster.pid", "postmaster.opts", "current_logfiles");
    private static final int LONGEST_VERSION = 100;

    private final Path files;

    ClusterFiles(Path files) {
        this.files = files;
    }

    /**
     * The major version of the PostgreSQL that made them.
     *
     * @throws NoOwnPostgresException if that cannot be determined
     */
    String version() {
        Path file = files.resolve("PG_VERSION");
        try {
            String version = RegularFile.text(file, LONGEST_VERSION).strip();
            if (version.matches("[0-9]{1,3}")) {
                return version;
            }
            throw new NoOwnPostgresException(
                    "%s does not name the version of PostgreSQL that made the database. %s".formatted(file, COPY));
        } catch (NoSuchFileException missing) {
            throw new NoOwnPostgresException("%s is missing. %s".formatted(file, COPY));
        } catch (IOException damaged) {
            throw new NoOwnPostgresException("%s. %s".formatted(damaged.getMessage(), COPY));
        }
    }

    /** Makes anew what can be, and names what keeps PostgreSQL from starting. */
    void prepare() throws IOException {
        for (String name : OF_ONE_RUN) {
            Path file = files.resolve(name);
            RegularFile.makeWay(file);
            if (Files.exists(file) && !isUsable(file)) {
                RegularFile.putAside(file);
            }
        }
        for (Map.Entry<String, String> known : CONFIGURATION.entrySet()) {
            configure(files.resolve(known.getKey()), known.getValue());
        }
        clearLog(files.resolve("log"));
        Files.walkFileTree(files, new Check());
    }

    private static void configure(Path file, String content) throws IOException {
        boolean way = RegularFile.makeWay(file).isPresent();
        boolean empty = Files.exists(file) && Files.size(file) == 0 && !(content.isEmpty() && isUsable(file));
        if (!Files.exists(file) || empty) {
            SecretFile.write(file, content);
            LOG.warnf(
                    "%s was %s, and is made anew with the defaults.",
                    file, way ? "no file" : empty ? "empty" : "missing");
        }
    }

    private static boolean isUsable(Path file) {
        return Files.isReadable(file) && Files.isWritable(file);
    }

    private static void clearLog(Path log) throws IOException {
        if (!Files.isDirectory(log)) {
            RegularFile.makeWay(log);
            if (Files.isRegularFile(log)) {
                RegularFile.putAside(log);
            }
            return;
        }
        try (Stream<Path> all = Files.list(log)) {
            for (Path one : all.toList()) {
                RegularFile.makeWay(one);
            }
        }
    }

    /** Everything is a folder or a file, or leads to one, and its owner can read and write it. */
    private final class Check extends SimpleFileVisitor<Path> {

        private static final Set<PosixFilePermission> NEEDED =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) throws IOException {
            boolean puttingAside = folder.getFileName().toString().contains(".damaged-");
            if (folder.equals(files.resolve("log")) || puttingAside) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            permitted(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
            if (OF_ONE_RUN.contains(file.getFileName().toString())
                    || file.getFileName().toString().contains(".damaged-")) {
                return FileVisitResult.CONTINUE;
            }
            if (!Files.isRegularFile(file) && !Files.isDirectory(file)) {
                throw new NoOwnPostgresException("%s is no file but %s. %s"
                        .formatted(
                                file,
                                found.isSymbolicLink() ? "a link that leads to none" : "a pipe or a device",
                                COPY));
            }
            permitted(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw new NoOwnPostgresException(
                    "%s cannot be read by the user %s. Give it back to that user, with chmod u+rwX %s."
                            .formatted(file, System.getProperty("user.name"), file));
        }

        private static void permitted(Path file) throws IOException {
            if (!Files.getPosixFilePermissions(file).containsAll(NEEDED)) {
                throw new NoOwnPostgresException(
                        "%s cannot be read and written by its owner. Allow it: chmod u+rwX %s".formatted(file, file));
            }
        }
    }
}
