package io.subsidyrules.admission;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** When the current request was there in full, so that whoever works for it knows how long its caller has waited. */
public final class Receipt {

    private static final String KEY = Receipt.class.getName();

    private Receipt() {}

    /** The request of that context is there now. */
    public static void mark(Context request) {
        request.putLocal(KEY, System.nanoTime());
    }

    /** How long ago it was there; zero where no request is worked on. */
    public static Duration age() {
        Context current = Vertx.currentContext();
        Long since = current == null ? null : current.getLocal(KEY);
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }
}
