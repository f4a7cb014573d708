package io.subsidyrules.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.subsidyrules.storage.ServiceDatabase;

/** Starts the service, and beside it its database and what loads the classes that reading and evaluating rules need. */
@QuarkusMain
public final class Main {

    /** It is a bean too, and those are made without reflection. */
    Main() {}

    public static void main(String... arguments) {
        Thread warmUp = new Thread(WarmUp::run, "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        ServiceDatabase.prepare();
        Quarkus.run(arguments);
    }
}
