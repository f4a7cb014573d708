package io.subsidyrules.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.rulesets.RulesetState;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The changes of the rules folder that the running service has followed, to be waited for. */
@ApplicationScoped
public class RulesetChanges {

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<RulesetState> changes = new LinkedBlockingQueue<>();

    /** After the service's own observers. */
    void changed(@Observes @Priority(Integer.MAX_VALUE) RulesetState now) {
        changes.add(now);
    }

    /** Waits for a change to a state; it has become visible to requests. */
    public RulesetState next(RulesetState.State state) {
        try {
            while (true) {
                RulesetState now = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(now).as("a change of the state in time").isNotNull();
                if (now.state() == state) {
                    return now;
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
