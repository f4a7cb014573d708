package io.subsidyrules.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, and beside it what loads the classes that reading and evaluating rules need. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Thread warmUp = new Thread(WarmUp::run, "warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
        Quarkus.run(arguments);
    }
}
