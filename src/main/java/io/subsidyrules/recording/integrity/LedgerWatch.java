package io.subsidyrules.recording.integrity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.subsidyrules.recording.NotRecordedException;
import io.subsidyrules.recording.store.Sql;
import io.subsidyrules.storage.Database;
import io.subsidyrules.storage.DatabaseAwayException;
import io.subsidyrules.storage.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Looks at the end of the ledger every few seconds, also where nobody records: an end that was cut, rewritten or forged
 * is reported before somebody asks for a checkpoint, and a key that was put back is taken up.
 */
@Startup
@ApplicationScoped
class LedgerWatch {

    private static final Logger LOG = Logger.getLogger(LedgerWatch.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration BETWEEN_SUSPECTS = Duration.ofMillis(500);

    private final Database database;
    private final EntityManager entities;
    private final LedgerContinuity continuity;
    private final LedgerSigner signing;
    private final SuspectEntries suspects;
    private final CountDownLatch stopped = new CountDownLatch(1);

    LedgerWatch(
            Database database,
            EntityManager entities,
            LedgerContinuity continuity,
            LedgerSigner signing,
            SuspectEntries suspects) {
        this.suspects = suspects;
        this.database = database;
        this.entities = entities;
        this.continuity = continuity;
        this.signing = signing;
        Thread watch = new Thread(this::watch, "ledger-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            Duration pause = SOON;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean again = lookOn();
                pause = again ? SOON : suspects.told().isPresent() ? BETWEEN_SUSPECTS : BETWEEN;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean lookOn() {
        try {
            return look();
        } catch (DatabaseAwayException away) {
            LOG.debug("The end of the ledger could not be looked at.", away);
            return true;
        } catch (RuntimeException failed) {
            if (DatabaseFailure.isDamage(failed)) {
                continuity.unreadable(database.reason(failed));
            } else {
                LOG.warnf("The end of the ledger could not be looked at: %s", database.reason(failed));
            }
            return false;
        }
    }

    /** Whether it is to look again soon: there is more to read. */
    private boolean look() {
        boolean again = database.read(() -> {
            suspects.lookAgain();
            return entities.unwrap(Session.class).doReturningWork(connection -> continuity
                    .refusal(new Sql(connection))
                    .filter(reason -> reason == NotRecordedException.Reason.CATCHING_UP)
                    .isPresent());
        });
        if (!continuity.isBroken() && !continuity.end().isStart()) {
            signing.inForce(continuity.end().key());
        }
        return again;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }
}
