package io.subsidyrules.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a service that was given none: its files are in the service's data folder, it listens on the loopback
 * interface alone, asks for a password, and what it has committed is on the disk. One thread starts it and starts it again
 * where it ends. Where a service that was killed left it running, it is stopped first.
 */
public final class OwnPostgres implements AutoCloseable {

    /** Its one user and the name that a client connects with. */
    static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(OwnPostgres.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Path data;
    private final int port;
    private final Path password;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor = new Thread(this::supervise, "postgres");
    private volatile @Nullable Process server;

    private OwnPostgres(Path data, int port, Path password) {
        this.data = data;
        this.port = port;
        this.password = password;
        supervisor.setDaemon(true);
    }

    /**
     * Starts the one of this data folder; it can be connected to some time later, at the first start after a few seconds.
     *
     * @throws UncheckedIOException where the folder cannot be written to
     */
    public static OwnPostgres in(Path data) {
        try {
            Path folder = data.toAbsolutePath().normalize();
            Files.createDirectories(folder);
            OwnPostgres own = new OwnPostgres(folder, port(folder), password(folder));
            own.supervisor.start();
            return own;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The settings of Quarkus to connect with, by name. */
    public Map<String, String> settings() {
        try {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port),
                    "quarkus.datasource.username",
                    USER,
                    "quarkus.datasource.password",
                    Files.readString(password));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server's process as it runs now, for tests that end it. */
    @Nullable
    Process server() {
        return server;
    }

    /** Ends the server, and returns when it has ended. */
    @Override
    public void close() {
        closing.countDown();
        try {
            supervisor.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void supervise() {
        try (FileChannel file = FileChannel.open(
                        data.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = locked(file)) {
            LOG.debugf("%s is locked.", lock);
            Duration pause = FIRST_PAUSE;
            while (closing.getCount() > 0) {
                long began = System.nanoTime();
                run();
                boolean ranLong = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
                pause = ranLong ? FIRST_PAUSE : atMost(pause.multipliedBy(2), LONGEST_PAUSE);
                if (!closesWithin(pause)) {
                    LOG.warnf("PostgreSQL ended by itself and is started again; its log is in %s.", data);
                }
            }
        } catch (IOException | NoOwnPostgresException failed) {
            LOG.errorf(
                    "The service's own PostgreSQL does not run, so nothing can be recorded: %s", failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it ends, cannot be started for now, as where the disk is full, or is to end. */
    private void run() throws InterruptedException {
        try {
            runOnce(Cluster.at(data, password));
        } catch (IOException failed) {
            LOG.errorf("PostgreSQL could not be started: %s", failed.getMessage());
        }
    }

    /** Until it ends, or is to end. */
    private void runOnce(Cluster cluster) throws IOException, InterruptedException {
        Process process = cluster.start(port);
        server = process;
        while (process.isAlive()) {
            if (closesWithin(FIRST_PAUSE)) {
                cluster.stop();
                process.waitFor();
            }
        }
    }

    /** Two services on one data folder take turns, so that an old one may end while the new one starts. */
    private FileLock locked(FileChannel file) throws IOException, InterruptedException {
        FileLock lock = file.tryLock();
        if (lock == null) {
            LOG.warnf("Another service runs PostgreSQL in %s; this one does when that has ended.", data);
        }
        while (lock == null) {
            if (closesWithin(LONGEST_PAUSE)) {
                throw new InterruptedException();
            }
            lock = file.tryLock();
        }
        return lock;
    }

    private boolean closesWithin(Duration time) throws InterruptedException {
        return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration atMost(Duration one, Duration most) {
        return one.compareTo(most) < 0 ? one : most;
    }

    /** A port that is free now, the same at each start where it can be. */
    private static int port(Path folder) throws IOException {
        Path file = folder.resolve("postgres.port");
        String before = Files.exists(file) ? Files.readString(file).strip() : "";
        if (before.matches("[0-9]{1,5}") && (Cluster.runs(folder) || isFree(Integer.parseInt(before)))) {
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
