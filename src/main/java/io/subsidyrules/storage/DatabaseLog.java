package io.subsidyrules.storage;

import io.subsidyrules.storage.diagnosis.DatabaseAddress;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.diagnosis.UnusableCause;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says in the log what becomes of the database: each change once, and what lasts again after an hour. */
final class DatabaseLog {

    private static final Logger LOG = Logger.getLogger("io.subsidyrules.storage.Database");
    private static final Duration AGAIN = Duration.ofHours(1);

    private final DatabaseAddress address;
    private Optional<DatabaseState> told = Optional.empty();
    private long toldNanos;

    DatabaseLog(DatabaseAddress address) {
        this.address = address;
    }

    /** @param nanos now, as {@link System#nanoTime} gives it */
    void tell(DatabaseState state, long nanos) {
        boolean known = told.filter(state::isSame).isPresent();
        boolean lasting = known && !state.writable() && nanos - toldNanos > AGAIN.toNanos();
        if (!known || lasting) {
            LOG.log(level(state), words(state, lasting));
            told = Optional.of(state);
            toldNanos = nanos;
        }
    }

    private static Logger.Level level(DatabaseState state) {
        return state.unusable()
                .map(Unusable::cause)
                .map(cause -> cause == UnusableCause.STARTING
                        ? Logger.Level.INFO
                        : cause.isPassing() ? Logger.Level.WARN : Logger.Level.ERROR)
                .orElse(Logger.Level.INFO);
    }

    String words(DatabaseState state, boolean lasting) {
        if (state.unusable().isEmpty()) {
            return "The database can be used (%s).".formatted(address);
        }
        Unusable why = state.unusable().get();
        if (why.cause() == UnusableCause.STARTING) {
            return "The database is starting; decisions can be recorded in a moment.";
        }
        return "%s%s can be recorded%s: %s (%s).%s %s."
                .formatted(
                        lasting ? "Still: " : "",
                        lasting ? "nothing" : "Nothing",
                        state.readable() ? ", and what is recorded can be read" : "",
                        lowerCased(why.cause().sentence()),
                        address,
                        why.said().isEmpty() ? "" : " It was said: \"%s\".".formatted(why.said()),
                        why.cause().remedy());
    }

    private static String lowerCased(String sentence) {
        return sentence.startsWith("The ") ? "t" + sentence.substring(1) : sentence;
    }
}
