package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The files of a PostgreSQL in a data folder, and the programs that make, run and stop it. PostgreSQL refuses to run as
 * root, so root runs it in a user namespace, where nobody is root.
 */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    /** Ctrl-C goes to all processes of a terminal, and the service stops its database last. */
    private static final List<String> OWN_SESSION =
            Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();

    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    /**
     * The server and all that it starts hold a lock for as long as any of them lives, also where this service, and its
     * own lock with it, is gone: another container that has the folder sees the lock, but not the server's process.
     */
    private static final List<String> LOCKED = List.of("sh", "-c", """
            exec 9>>"$0"
            if command -v flock > /dev/null; then flock -n 9 || exit 75; fi
            [ -z "$1" ] || rm "$1"
            shift
            exec "$@\"""");

    private static final int RUNS_ELSEWHERE = 75;

    private final Path data;
    private final Path files;
    private final Path binaries;

    private Cluster(Path data, Path binaries) {
        this.data = data;
        this.files = files(data);
        this.binaries = binaries;
    }

    /** The folder of the database's files in a data folder. */
    static Path files(Path data) {
        return data.resolve("postgres");
    }

    /**
     * The cluster of a data folder, made where it is not there yet. A server that runs on it for a service that was
     * killed is stopped; every other is left alone, whatever the folder says of it.
     *
     * @param password a file with the password of its superuser, which is named like {@link #SUPERUSER}
     * @throws NoOwnPostgresException if it cannot run here, or another version of PostgreSQL made it
     */
    static Cluster at(Path data, Path password) throws IOException {
        Cluster cluster = new Cluster(data, PostgresBinaries.unpacked(data));
        RegularFile.makeWay(cluster.running());
        cluster.checkLock();
        if (exists(data)) {
            cluster.checkVersion();
            cluster.stopOrphan();
            new ClusterFiles(cluster.files).prepare();
        } else {
            cluster.make(password);
        }
        return cluster;
    }

    /** Whether a data folder has a database, or something in its place. */
    static boolean exists(Path data) {
        return Files.exists(files(data), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whoever may not open it cannot know whether a server holds the lock on it. */
    private void checkLock() {
        Path lock = running();
        if (Files.exists(lock) && !(Files.isReadable(lock) && Files.isWritable(lock))) {
            throw new NoOwnPostgresException(
                    "%s cannot be read and written by its owner. Allow it: chmod u+rw %s".formatted(lock, lock));
        }
    }

    private Path running() {
        return data.resolve("postgres.running");
    }

    /** Starts the server; it answers on the port some time later. */
    Process start(int port) throws IOException {
        List<String> command = locked();
        command.addAll(command("postgres", "-D", files.toString()));
        settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
        return builder(command).start();
    }

    private List<String> locked() {
        List<String> command = new ArrayList<>(OWN_SESSION);
        command.addAll(LOCKED);
        command.add(running().toString());
        command.add(foreign() ? PostmasterFile.in(files).toString() : "");
        return command;
    }

    /** Tells the database the password of its superuser, while no server runs on it. */
    void setPassword(SecretFile password) throws IOException {
        List<String> command = locked();
        command.addAll(command("postgres", "--single", "-D", files.toString(), "postgres"));
        String statement = "alter role %s superuser login password '%s'\n"
                .formatted(SUPERUSER, password.secret().replace("'", "''"));
        run(command, statement, LONGEST_START);
        LOG.info("The database has a new password of its superuser.");
    }

    /**
     * Ends a server that was started here as it wants to be ended: what is not committed is rolled back, what is
     * committed is written. It gets the order by its own process, and not by the file, which can have been replaced.
     */
    void stop(Process server) throws IOException {
        run(command("pg_ctl", "kill", "INT", Long.toString(server.pid())), "", LONGEST_STOP);
    }

    /**
     * Everything that was answered as recorded is on the disk, whatever the defaults are. The logs are kept for a week,
     * and have nothing of what is recorded: neither statements nor the values of keys.
     */
    private static List<String> settings(int port) {
        return List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "logging_collector=on",
                "log_directory=log",
                "log_filename=postgres-%a.log",
                "log_rotation_age=1d",
                "log_truncate_on_rotation=on",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }

    private void make(Path password) throws IOException {
        Path fresh = data.resolve("postgres.new");
        PostgresBinaries.delete(fresh);
        run(
                command(
                        "initdb",
                        "-D",
                        fresh.toString(),
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                "",
                LONGEST_START);
        Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
        LOG.infof("A database was made in %s.", files);
    }

    private void checkVersion() {
        if (!Files.isDirectory(files)) {
            throw new NoOwnPostgresException(
                    ("%s is no folder. Put the folder postgres back from a copy of the data folder, or "
                                    + "remove what is there, to begin with an empty ledger.")
                            .formatted(files));
        }
        String made = new ClusterFiles(files).version();
        String ours = PostgresBinaries.version();
        if (!ours.startsWith(made + ".")) {
            throw new NoOwnPostgresException(
                    "PostgreSQL %s made the database in %s, and the service brings %s, which does not read it."
                                    .formatted(made, files, ours)
                            + " Run the service that wrote it, take a backup with pg_dump, and restore that "
                            + "into an empty data folder.");
        }
    }

    /** The port of a server that runs on the files of a data folder, or did when it was last written down. */
    static Optional<Integer> port(Path data) {
        return PostmasterFile.of(files(data))
                .filter(server -> server.runsOn(files(data)))
                .map(PostmasterFile::port);
    }

    private void stopOrphan() throws IOException {
        if (port(data).isPresent()) {
            LOG.info("PostgreSQL still runs for a service that was killed; it is stopped first.");
            run(
                    command("pg_ctl", "stop", "-D", files.toString(), "-m", "fast", "-w", "-t", "50", "-s"),
                    "",
                    LONGEST_STOP);
        }
    }

    /**
     * Whether {@code postmaster.pid} names a process that is not a server on these files: the folder was copied from
     * under a running one, or the number has gone to another process. PostgreSQL would not start beside it.
     */
    private boolean foreign() {
        if (!Files.exists(PostmasterFile.in(files), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<PostmasterFile> left = PostmasterFile.of(files);
        boolean foreign = left.map(server -> ProcessHandle.of(server.process()).isPresent() && !server.runsOn(files))
                .orElse(true);
        if (foreign) {
            LOG.warnf(
                    "%s is not of a PostgreSQL that runs on these files%s, as where the folder was copied "
                            + "from under a running one. The file is removed, that process is left alone, and "
                            + "PostgreSQL starts on the files of this folder.",
                    PostmasterFile.in(files),
                    left.map(server -> ": it names process %s in %s".formatted(server.process(), server.folder()))
                            .orElse(""));
        }
        return foreign;
    }

    /** Whether a server that was started here lets clients in; until it does, the file can be that of another one. */
    boolean isReady(Process server) {
        return PostmasterFile.of(files)
                .filter(running -> running.ready() && running.process() == server.pid())
                .isPresent();
    }

    /** The reason that the server ended by itself, in its own words if it left any. */
    String lastWords(Process ended) {
        if (ended.exitValue() == RUNS_ELSEWHERE) {
            return ("A PostgreSQL runs on %s already, where this service does not see it, as in another container. "
                            + "Stop it.")
                    .formatted(files);
        }
        Path logs = files.resolve("log");
        return ("PostgreSQL ended by itself (exit code %s). %sIts log is in %s; where a file of it is damaged, put "
                        + "the folder postgres back from a copy of the data folder.")
                .formatted(ended.exitValue(), LastWords.of(output(), logs), logs);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The output of a program goes to a file: a pipe that nobody reads would stop it. */
    private ProcessBuilder builder(List<String> command) throws IOException {
        RegularFile.makeWay(output());
        Files.deleteIfExists(output());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private Path output() {
        return data.resolve("postgres-output.txt");
    }

    private void run(List<String> command, String input, Duration longest) throws IOException {
        Process process = builder(command).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s took longer than %s.".formatted(String.join(" ", command), longest));
            }
        } catch (InterruptedException interrupted) {
            // initdb runs servers of its own, which would outlive it for a moment.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %s: %s"
                    .formatted(
                            String.join(" ", command),
                            process.exitValue(),
                            LastWords.end(output()).strip()));
        }
    }
}
