package io.subsidyrules.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.recording.integrity.AuditReport;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.SeparateConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Compares the tables with the ledger's entries, from the start of the service on and again and again, on a connection
 * of its own and in a small share of a core's time. What it finds stops recording and signing, until a later comparison
 * finds nothing.
 */
@Startup
@ApplicationScoped
public class LedgerAudit {

    private static final Logger LOG = Logger.getLogger(LedgerAudit.class);

    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ALL = 100;

    /** While the newest entries are compared after a start, and while nothing is recorded until the next comparison. */
    private static final int URGENT_PERCENT = 50;

    private static final int MOST_LOGGED = 20;

    private final Database database;
    private final SeparateConnections connections;
    private final LedgerContinuity continuity;
    private final AuditReport report;
    private final Clock clock;
    private final int percent;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Map<String, String>> declared = new HashMap<>();
    private Optional<Connection> connection = Optional.empty();
    private Comparison comparison = new Comparison(declared);
    private Instant begun = Instant.EPOCH;
    private boolean told;
    private volatile Optional<Instant> whole = Optional.empty();
    private volatile int found;

    /** @param percent the share of a core's time that it takes at most; 0 if there is to be no comparison */
    LedgerAudit(
            Database database,
            SeparateConnections connections,
            LedgerContinuity continuity,
            AuditReport report,
            MeterRegistry registry,
            Clock clock,
            @ConfigProperty(name = "subsidy.audit.percent") int percent) {
        this.database = database;
        this.connections = connections;
        this.continuity = continuity;
        this.report = report;
        this.clock = clock;
        this.percent = Math.min(Math.max(percent, 0), ALL);
        Gauge.builder("subsidy.audit.differences", this, audit -> audit.found)
                .description("What in the tables is not as the ledger says")
                .register(registry);
        Gauge.builder("subsidy.audit.age", this, LedgerAudit::age)
                .baseUnit("seconds")
                .description("The time since all tables were last compared with the ledger")
                .register(registry);
        if (this.percent > 0) {
            Thread thread = new Thread(this::run, "ledger-audit");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private double age() {
        return whole.map(ended ->
                        (double) Duration.between(ended, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = database.available() ? step() : unavailable();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Compares one part; the pause after it. */
    private Duration step() {
        long from = System.nanoTime();
        if (continuity.takeDoubt()) {
            comparison = new Comparison(declared);
        }
        try {
            if (comparison.compared() == 0) {
                begun = clock.instant();
            }
            comparison.next(connection());
            connection().rollback();
        } catch (SQLException | RuntimeException failed) {
            // The database has gone away, or another one has come: all is compared anew.
            LOG.debug("A comparison of the tables with the ledger ended early.", failed);
            if (!told && !(failed instanceof SQLException)) {
                told = true;
                LOG.error("The tables could not be compared with the ledger.", failed);
            }
            return restarted();
        }
        return tell(Duration.ofNanos(System.nanoTime() - from));
    }

    private Duration tell(Duration took) {
        List<Difference> differences = comparison.differences();
        boolean ended = comparison.isEnded();
        if (!differences.isEmpty()) {
            continuity.suspect(differences.get(0).text());
        }
        found = ended ? differences.size() : Math.max(found, differences.size());
        if (ended) {
            conclude(differences);
        }
        report.tell(new AuditReport.Progress(begun, comparison.compared(), comparison.head(), found, whole));
        Duration pause = pause(took);
        if (ended) {
            comparison = new Comparison(declared);
            return pause.compareTo(BETWEEN) < 0 ? BETWEEN : pause;
        }
        return pause;
    }

    private void conclude(List<Difference> differences) {
        whole = Optional.of(clock.instant());
        if (differences.isEmpty()) {
            continuity.clear();
        } else {
            LOG.warnf(
                    "The tables differ from the ledger in %s places, among them: %s",
                    differences.size(),
                    differences.stream()
                            .limit(MOST_LOGGED)
                            .map(Difference::place)
                            .toList());
        }
    }

    private Duration pause(Duration took) {
        boolean urgent = found > 0 || (whole.isEmpty() && comparison.compared() < AuditReport.NEWEST);
        int share = urgent ? Math.max(percent, URGENT_PERCENT) : percent;
        Duration pause = took.multipliedBy(ALL - share).dividedBy(share);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Looks again soon: what is to be recorded waits for the first comparison. */
    private Duration unavailable() {
        restarted();
        return SOON;
    }

    private Duration restarted() {
        close();
        comparison = new Comparison(declared);
        return BETWEEN;
    }

    private Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            Connection fresh = connections.open();
            connection = Optional.of(fresh);
            fresh.setReadOnly(true);
            fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            fresh.setAutoCommit(false);
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
