package io.subsidyrules.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The files of a PostgreSQL in a data folder, and the programs that make, run and stop it. PostgreSQL refuses to run as
 * root, so root runs it in a user namespace, where nobody is root.
 */
final class Cluster {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);
    private static final List<String> AS_NOBODY = List.of("unshare", "--user");

    private final Path data;
    private final Path files;
    private final Path binaries;

    private Cluster(Path data, Path binaries) {
        this.data = data;
        this.files = data.resolve("postgres");
        this.binaries = binaries;
    }

    /**
     * The cluster of a data folder, made where it is not there yet; one that runs for a service that was killed is stopped.
     *
     * @param password a file with the password of its superuser, which is named like {@link OwnPostgres#USER}
     * @throws NoOwnPostgresException where it cannot run here, or another version of PostgreSQL made it
     */
    static Cluster at(Path data, Path password) throws IOException {
        Cluster cluster = new Cluster(data, PostgresBinaries.unpacked(data));
        if (Files.isDirectory(cluster.files)) {
            cluster.checkVersion();
            cluster.stopOrphan();
        } else {
            cluster.make(password);
        }
        return cluster;
    }

    /** Starts the server; it answers on the port some time later. */
    Process start(int port) throws IOException {
        List<String> command = command("postgres", "-D", files.toString());
        settings(port).forEach(setting -> command.addAll(List.of("-c", setting)));
        return builder(command).start();
    }

    /** Ends the server as it wants to be ended: what is not committed is rolled back, what is committed is written. */
    void stop() throws IOException {
        run(command("pg_ctl", "stop", "-D", files.toString(), "-m", "fast", "-w", "-t", "50", "-s"), LONGEST_STOP);
    }

    /**
     * What was answered as recorded is on the disk, whatever defaults say. The logs are kept for a week, and have nothing
     * of what is recorded: neither statements nor the values of keys.
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
                        "--username=" + OwnPostgres.USER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"),
                Duration.ofMinutes(5));
        Files.move(fresh, files, StandardCopyOption.ATOMIC_MOVE);
        LOG.infof("A database was made in %s.", files);
    }

    private void checkVersion() throws IOException {
        String made = Files.readString(files.resolve("PG_VERSION")).strip();
        String ours = PostgresBinaries.version();
        if (!ours.startsWith(made + ".")) {
            throw new NoOwnPostgresException(
                    "PostgreSQL %s made the database in %s, and the service brings %s, which does not read it."
                                    .formatted(made, files, ours)
                            + " Run the service that wrote it, take a backup with pg_dump, and restore that into an empty data folder.");
        }
    }

    /** Whether a server runs on the files of this data folder. */
    static boolean runs(Path data) throws IOException {
        Path running = data.resolve("postgres").resolve("postmaster.pid");
        return Files.exists(running)
                && isPostgres(Files.readAllLines(running).get(0).strip());
    }

    private void stopOrphan() throws IOException {
        if (runs(data)) {
            LOG.info("PostgreSQL still runs for a service that was killed; it is stopped first.");
            stop();
        }
    }

    /** A number can have gone to another process since. */
    private static boolean isPostgres(String process) {
        return ProcessHandle.of(Long.parseLong(process))
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
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

    /** What a program prints goes to a file: a pipe that nobody reads would stop it. */
    private ProcessBuilder builder(List<String> command) {
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

    private void run(List<String> command, Duration longest) throws IOException {
        Process process = builder(command).start();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s took longer than %s.".formatted(String.join(" ", command), longest));
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %s: %s"
                    .formatted(
                            String.join(" ", command),
                            process.exitValue(),
                            Files.readString(output(), StandardCharsets.UTF_8).strip()));
        }
    }
}
