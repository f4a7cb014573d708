package io.subsidyrules.access.key;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.access.AccessSettings;
import io.subsidyrules.access.Caller;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.SeparateConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys of the database in memory, looked at several times a second over a connection of its own, so that a key that
 * is revoked is refused within a second by every service on that database. Safe for many threads.
 */
@Startup
@ApplicationScoped
public class KnownKeys {

    private static final Logger LOG = Logger.getLogger(KnownKeys.class);

    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final Database database;
    private final SeparateConnections connections;
    private final Clock clock;
    private final long longestUnread;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Optional<Connection> connection = Optional.empty();
    private Optional<String> state = Optional.empty();
    private Set<String> notedUses = new HashSet<>();
    private Instant notedHour = Instant.EPOCH;
    private volatile Optional<Read> read = Optional.empty();

    /**
     * The keys as they were read.
     *
     * @param at when they were known to be as they are, by {@link System#nanoTime}
     */
    private record Read(Map<String, ApiKey> keys, long at) {}

    /** @param longestUnread how long keys are taken while the database cannot be asked for them */
    KnownKeys(
            AccessSettings settings,
            Database database,
            SeparateConnections connections,
            Clock clock,
            @ConfigProperty(name = "subsidy.access.keys-unread", defaultValue = "PT30S") Duration longestUnread) {
        this.database = database;
        this.connections = connections;
        this.clock = clock;
        this.longestUnread = longestUnread.toNanos();
        if (settings.keys()) {
            Thread thread = new Thread(this::watch, "key-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * The caller whose key a text is; empty if it is none that is taken now.
     *
     * @throws KeysUnknownException if that cannot be told
     */
    public Optional<Caller> caller(String text) throws KeysUnknownException {
        Optional<KeySecret> secret = KeySecret.read(text);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Read known = read.filter(latest -> System.nanoTime() - latest.at() < longestUnread)
                .orElseThrow(KeysUnknownException::new);
        ApiKey key = known.keys().get(secret.get().id());
        if (key == null || !key.isOf(secret.get()) || !key.isValid(clock.instant())) {
            return Optional.empty();
        }
        used.add(key.id());
        return Optional.of(key.caller());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void watch() {
        try {
            do {
                if (database.readable()) {
                    look();
                }
            } while (!stopped.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void look() {
        try {
            KeyTable table = new KeyTable(connection());
            // What is revoked after this is found the next time.
            long at = System.nanoTime();
            String now = table.state();
            Optional<Read> before = read;
            Map<String, ApiKey> keys = before.isPresent() && state.equals(Optional.of(now))
                    ? before.get().keys()
                    : table.all().stream().collect(Collectors.toUnmodifiableMap(ApiKey::id, Function.identity()));
            read = Optional.of(new Read(keys, at));
            state = Optional.of(now);
            if (database.available()) {
                noteUses(table);
            }
        } catch (SQLException failed) {
            LOG.debug("The keys could not be read, which is tried again.", failed);
            close();
        }
    }

    private void noteUses(KeyTable table) throws SQLException {
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(notedHour)) {
            notedUses = new HashSet<>();
            notedHour = hour;
        }
        Set<String> fresh = new HashSet<>(used);
        used.removeAll(fresh);
        fresh.removeAll(notedUses);
        if (!fresh.isEmpty()) {
            table.used(fresh, now);
            notedUses.addAll(fresh);
        }
    }

    private Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            connection = Optional.of(connections.open());
        }
        return connection.get();
    }

    private void close() {
        Optional<Connection> open = connection;
        connection = Optional.empty();
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (SQLException broken) {
            LOG.debug("A connection could not be closed.", broken);
        }
    }
}
