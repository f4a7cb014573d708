package io.subsidyrules.exchange;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The longest times of the parts of an exchange.
 *
 * @param head from its first byte to its last
 * @param body all of it
 * @param answer the least that a client takes of an answer, {@link #LEAST_TAKEN}, or its end
 */
record Deadlines(Duration head, Duration body, Duration answer) {

    /** The bytes of an answer that have to be taken in the time for it. */
    static final long LEAST_TAKEN = 1024 * 1024;

    /** The deadlines of this service. */
    @Dependent
    static class Settings {

        private final Deadlines deadlines;

        Settings(
                @ConfigProperty(name = "subsidy.http.head-timeout", defaultValue = "10s") Duration head,
                @ConfigProperty(name = "subsidy.http.body-timeout", defaultValue = "20s") Duration body,
                @ConfigProperty(name = "subsidy.http.answer-timeout", defaultValue = "30s") Duration answer) {
            this.deadlines = new Deadlines(head, body, answer);
        }

        Deadlines deadlines() {
            return deadlines;
        }
    }
}
