package io.subsidyrules.storage.postgres;

import io.subsidyrules.files.RegularFile;
import io.subsidyrules.storage.data.DataFolder;
import io.subsidyrules.storage.data.RefusedStartException;
import io.subsidyrules.storage.schema.SchemaOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL of a service that was given none: its files are in the service's data folder, it listens on the
 * loopback interface alone, asks for a password, and what it has committed is on the disk. One thread starts it and
 * starts it again where it ends. Where a service that was killed left it running, it is stopped first; a PostgreSQL
 * that runs on other files is never touched. Its superuser owns the tables, and connects to make the service's role and
 * to migrate; the service connects as that role.
 */
public final class OwnPostgres implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OwnPostgres.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A start that takes longer is logged. */
    private static final Duration LONG_START = Duration.ofSeconds(30);

    private static final String PASSWORD = "postgres.password";
    private static final int LONGEST_PASSWORD = 1_000;

    private static final String WRONG_PASSWORD = "28P01";

    /** A server that hangs ends by itself when it goes on: it has the order to. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final Path data;
    private final SecretFile superuser;
    private final SecretFile service;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor = new Thread(this::supervise, "postgres");
    private volatile @Nullable Process server;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean open;

    /** Whether the database may not know the superuser's password. */
    private boolean unknown;

    private OwnPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.data = folder.path();
        boolean known = Cluster.exists(data);
        this.superuser = SecretFile.of(data.resolve(PASSWORD));
        this.service = SecretFile.of(data.resolve("postgres.service-password"));
        this.unknown = known && superuser.fresh();
        supervisor.setDaemon(true);
    }

    /**
     * Starts the one of this data folder at once.
     *
     * @throws RefusedStartException if the folder cannot be used, or another service uses it
     */
    public static OwnPostgres in(Path data) {
        OwnPostgres own = preparedIn(data);
        own.start();
        return own;
    }

    /**
     * The one of this data folder, with its settings, before its start.
     *
     * @throws RefusedStartException if the folder cannot be used, or another service uses it
     */
    public static OwnPostgres preparedIn(Path data) {
        DataFolder folder = DataFolder.locked(data);
        try {
            OwnPostgres own = new OwnPostgres(folder);
            PortFile.of(own.data);
            return own;
        } catch (IOException failed) {
            throw folder.refused(failed);
        }
    }

    /**
     * Starts the server, where that has not been done yet; it can be connected to some time later, at the first start
     * after a few seconds.
     */
    public synchronized void start() {
        if (supervisor.getState() == Thread.State.NEW) {
            supervisor.start();
        }
    }

    /**
     * The settings of Quarkus to connect with, by name. The port in the URL is the one that it has now; connections
     * that are made by {@link OwnPostgresSockets} find it also where it has another one later.
     */
    public Map<String, String> settings() {
        try {
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(PortFile.of(data)),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketFactory",
                    OwnPostgresSockets.class.getName(),
                    "quarkus.datasource.jdbc.additional-jdbc-properties.socketFactoryArg",
                    data.toString(),
                    "quarkus.datasource.username",
                    ServiceRole.NAME,
                    "quarkus.datasource.password",
                    service.secret(),
                    SchemaOwner.USERNAME,
                    Cluster.SUPERUSER,
                    SchemaOwner.PASSWORD,
                    superuser.secret());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The way into a PostgreSQL that a service runs on a data folder, as the owner of its tables.
     *
     * @throws java.io.IOException if there is none, or its password cannot be read
     */
    public static Map<String, String> ownerOf(Path data) throws IOException {
        Path folder = data.toAbsolutePath();
        return Map.of(
                "user",
                Cluster.SUPERUSER,
                "password",
                RegularFile.text(folder.resolve(PASSWORD), LONGEST_PASSWORD).strip(),
                "socketFactory",
                OwnPostgresSockets.class.getName(),
                "socketFactoryArg",
                folder.toString());
    }

    /** Whether it runs, and lets the service's role in. */
    public boolean isOpen() {
        return open;
    }

    /** The reason that it does not run; empty while it runs or is being started. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The server's process as it runs now, for tests that end it. */
    @Nullable
    Process server() {
        return server;
    }

    /**
     * Ends the server, and returns when it has ended, or hangs. One that is not running yet is not waited for: what
     * makes its files is ended too.
     */
    @Override
    public void close() {
        closing.countDown();
        // One that was never started gives the folder back, and does nothing else any more.
        start();
        interruptUnlessRunning();
        try {
            supervisor.join(LONGEST_STOP.toMillis());
            if (supervisor.isAlive()) {
                LOG.warnf(
                        "The service's own PostgreSQL has not ended in %s s and is left alone. What was "
                                + "answered is recorded; the next start stops it first where it still runs.",
                        LONGEST_STOP.toSeconds());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interruptUnlessRunning() {
        if (server == null || !server.isAlive()) {
            supervisor.interrupt();
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
        } catch (IOException notGivenBack) {
            LOG.warnf("The lock of the data folder was not given back: %s", notGivenBack.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it ends, cannot be started for now, as where the disk is full or a file is damaged, or is to end. */
    private void run() throws InterruptedException {
        try {
            Cluster cluster = Cluster.at(data, superuser.file());
            if (unknown) {
                cluster.setPassword(superuser);
                unknown = false;
            }
            Optional<Process> started = launched(cluster);
            if (started.isPresent()) {
                watch(started.get(), cluster);
                if (!unknown) {
                    trouble(cluster.lastWords(started.get()));
                }
            }
        } catch (IOException failed) {
            trouble("PostgreSQL could not be started: " + failed.getMessage());
        } catch (NoOwnPostgresException cannot) {
            trouble(String.valueOf(cannot.getMessage()));
        } finally {
            open = false;
        }
    }

    /** The server, just started; empty if it is to end already. */
    private synchronized Optional<Process> launched(Cluster cluster) throws IOException {
        if (closing.getCount() == 0) {
            return Optional.empty();
        }
        Process started = cluster.start(PortFile.of(data));
        server = started;
        return Optional.of(started);
    }

    /** Until it ends, or is to end. */
    private void watch(Process process, Cluster cluster) throws IOException, InterruptedException {
        long late = System.nanoTime() + LONG_START.toNanos();
        while (process.isAlive()) {
            if (cluster.isReady(process)) {
                if (!open) {
                    open = admits();
                }
            } else if (!open && System.nanoTime() > late) {
                trouble(("PostgreSQL was started more than %s s ago and lets nobody in yet: it recovers, or "
                                + "waits for the disk. Its log is in %s.")
                        .formatted(LONG_START.toSeconds(), Cluster.files(data).resolve("log")));
            }
            if (unknown || closesWithin(FIRST_PAUSE)) {
                cluster.stop(process);
                process.waitFor();
            }
        }
    }

    /** Whether the service's role is let in, which is made where it is missing. */
    private boolean admits() {
        try {
            ServiceRole.make(data, superuser, service, LONGEST_STOP);
        } catch (SQLException refused) {
            unknown = WRONG_PASSWORD.equals(refused.getSQLState());
            trouble(
                    unknown
                            ? "The database does not know the password in %s, and is told it."
                                    .formatted(superuser.file())
                            : "The role of the service cannot be made: %s"
                                    .formatted(String.valueOf(refused.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")));
            return false;
        }
        if (trouble.isPresent()) {
            LOG.info("PostgreSQL runs again.");
            trouble = Optional.empty();
        }
        return true;
    }

    /** Said once, however often it is tried again; a server that is to end has no trouble. */
    private void trouble(String why) {
        if (closing.getCount() == 0) {
            return;
        }
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
}
