package io.subsidyrules.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.rulesets.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The changes of the rules folder that the running service has followed, to be waited for. */
@ApplicationScoped
public class Standings {

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Standing> changes = new LinkedBlockingQueue<>();

    void changed(@Observes Standing standing) {
        changes.add(standing);
    }

    /** The next change, which has become visible to requests. */
    public Standing next() {
        try {
            Standing standing = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(standing).as("a change of the standing in time").isNotNull();
            return standing;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
