package io.subsidyrules.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Tells resources who sent the request that they answer. */
@ApplicationScoped
public class CurrentCaller {

    private static final String KEY = Caller.class.getName();

    private final Instance<CurrentVertxRequest> request;

    CurrentCaller(Instance<CurrentVertxRequest> request) {
        this.request = request;
    }

    /** Notes who sent a request. */
    public static void note(RoutingContext exchange, Caller caller) {
        exchange.put(KEY, caller);
    }

    /**
     * The caller of the request that this thread answers.
     *
     * @throws IllegalStateException if it was let through without having been asked
     */
    public Caller get() {
        Caller caller = request.get().getCurrent().get(KEY);
        if (caller == null) {
            throw new IllegalStateException("The request has come in without its caller being known.");
        }
        return caller;
    }
}
