package io.subsidyrules.admission;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;

/**
 * When a request was there in full, so that whoever works for it knows how long its caller has waited, and its place
 * among what waits to be recorded.
 */
public final class Receipt {

    private static final String KEY = Receipt.class.getName();

    private final long since = System.nanoTime();
    private final Optional<Place> place;

    private Receipt(Optional<Place> place) {
        this.place = place;
    }

    /** The request of that context is there now. */
    public static void mark(Context request, Optional<Place> place) {
        request.putLocal(KEY, new Receipt(place));
    }

    private static Optional<Receipt> current() {
        Context current = Vertx.currentContext();
        return Optional.ofNullable(current == null ? null : current.getLocal(KEY));
    }

    /** How long ago the current request was there; zero where no request is worked on. */
    public static Duration age() {
        return current()
                .map(receipt -> Duration.ofNanos(System.nanoTime() - receipt.since))
                .orElse(Duration.ZERO);
    }

    /** The place that the current request has. */
    public static Optional<Place> place() {
        return current().flatMap(receipt -> receipt.place);
    }
}
