package io.subsidyrules.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.subsidyrules.memory.OutOfMemory;
import io.subsidyrules.storage.ServiceDatabase;
import io.subsidyrules.storage.data.RefusedStartException;

/** Starts the service, and beside it what loads the classes that reading and evaluating rules need. */
@QuarkusMain
public final class Main {

    private static final int REFUSED = 1;

    /** It is a bean too, and those are made without reflection. */
    Main() {}

    public static void main(String... arguments) {
        try {
            PathSettings.check();
            Listening.prepare();
            ServiceDatabase.prepare();
        } catch (RefusedStartException refused) {
            System.err.println(refused.getMessage());
            // Without the hooks of the log, which would print all that was noted for it at every level.
            Runtime.getRuntime().halt(REFUSED);
        }
        OutOfMemory.watch();
        Thread warmUp = new Thread(WarmUp::run, "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        Quarkus.run(Service.class, arguments);
    }
}
