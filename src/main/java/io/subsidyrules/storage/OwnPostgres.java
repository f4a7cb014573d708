package io.subsidyrules.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a service that was given none: its files are in the service's data folder, it listens on the loopback
 * interface alone, asks for a password, and what it has committed is on the disk. One thread starts it and starts it again
 * where it ends. Where a service that was killed left it running, it is stopped first; a PostgreSQL that runs on other files
 * is never touched.
 */
public final class OwnPostgres implements AutoCloseable {

    /** Its one user and the name that a client connects with. */
    static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(OwnPostgres.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A server that hangs ends by itself when it goes on: it has been told to. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final Path data;
    private final Path password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor = new Thread(this::supervise, "postgres");
    private volatile @Nullable Process server;
    private volatile Optional<String> trouble = Optional.empty();

    private OwnPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.data = folder.path();
        this.password = password(data);
        supervisor.setDaemon(true);
    }

    /**
     * Starts the one of this data folder; it can be connected to some time later, at the first start after a few seconds.
     *
     * @throws RefusedStartException where the folder cannot be used, or another service uses it
     */
    public static OwnPostgres in(Path data) {
        DataFolder folder = DataFolder.locked(data);
        try {
            OwnPostgres own = new OwnPostgres(folder);
            port(own.data);
            own.supervisor.start();
            return own;
        } catch (IOException failed) {
            throw folder.refused(failed);
        }
    }

    /**
     * The settings of Quarkus to connect with, by name. The port in the URL is the one that it has now; connections that are
     * made by {@link OwnPostgresSockets} find it also where it has another one later.
     */
    public Map<String, String> settings() {
        try {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port(data)),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketFactory",
                    OwnPostgresSockets.class.getName(),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketFactoryArg",
                    data.toString(),
                    "quarkus.datasource.username",
                    USER,
                    "quarkus.datasource.password",
                    Files.readString(password));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Why it does not run; empty while it runs or is being started. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The server's process as it runs now, for tests that end it. */
    @Nullable
    Process server() {
        return server;
    }

    /** Ends the server, and returns when it has ended, or hangs. */
    @Override
    public void close() {
        closing.countDown();
        try {
            supervisor.join(LONGEST_STOP.toMillis());
            if (supervisor.isAlive()) {
                LOG.warnf(
                        "The service's own PostgreSQL has not ended in %s s and is left alone. What was answered is recorded; the next start stops it first where it still runs.",
                        LONGEST_STOP.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        try (folder) {
            Duration pause = FIRST_PAUSE;
            while (closing.getCount() > 0) {
                long began = System.nanoTime();
                run();
                boolean ranLong = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = ranLong ? FIRST_PAUSE : atMost(pause.multipliedBy(2), LONGEST_PAUSE);
                closesWithin(pause);
            }
        } catch (IOException | NoOwnPostgresException failed) {
            LOG.errorf(
                    "The service's own PostgreSQL does not run, so nothing can be recorded: %s", failed.getMessage());
            trouble = Optional.of(String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it ends, cannot be started for now, as where the disk is full, or is to end. */
    private void run() throws InterruptedException {
        try {
            Cluster cluster = Cluster.at(data, password);
            Process process = cluster.start(port(data));
            server = process;
            watch(process, cluster);
            if (closing.getCount() > 0) {
                trouble(cluster.lastWords(process));
            }
        } catch (IOException failed) {
            trouble("PostgreSQL could not be started: " + failed.getMessage());
        }
    }

    /** Until it ends, or is to end. */
    private void watch(Process process, Cluster cluster) throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (trouble.isPresent() && cluster.isReady()) {
                LOG.info("PostgreSQL runs again.");
                trouble = Optional.empty();
            }
            if (closesWithin(FIRST_PAUSE)) {
                cluster.stop(process);
                process.waitFor();
            }
        }
    }

    /** Said once, however often it is tried again. */
    private void trouble(String why) {
        if (!trouble.equals(Optional.of(why))) {
            LOG.warnf("The service's own PostgreSQL does not run, which is tried again: %s", why);
        }
        trouble = Optional.of(why);
    }

    private boolean closesWithin(Duration time) throws InterruptedException {
        return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration atMost(Duration one, Duration most) {
        return one.compareTo(most) < 0 ? one : most;
    }

    /** The port of the server where it runs; else one that is free now, the same at each start where it can be. */
    private static int port(Path folder) throws IOException {
        Optional<Integer> running = Cluster.port(folder);
        if (running.isPresent()) {
            return running.get();
        }
        Path file = folder.resolve("postgres.port");
        String before = Files.exists(file) ? Files.readString(file).strip() : "";
        if (before.matches("[0-9]{1,5}") && isFree(Integer.parseInt(before))) {
            return Integer.parseInt(before);
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            write(file, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path password(Path folder) throws IOException {
        Path file = folder.resolve("postgres.password");
        if (!Files.exists(file)) {
            if (Files.exists(folder.resolve("postgres"))) {
                LOG.errorf(
                        "There is a database in %s and no postgres.password beside it, so it lets nobody in. Put the file back from a copy of the folder.",
                        folder);
            }
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            write(file, HexFormat.of().formatHex(secret));
        }
        return file;
    }

    private static void write(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
        force(fresh, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.resolveSibling("."), StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
