package io.subsidyrules.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.subsidyrules.storage.ServiceDatabase;

/**
 * The service from the moment at which it listens. Only now does it start its own database, which would take the
 * processor from the start: evaluations need none.
 */
final class Service implements QuarkusApplication {

    /** Quarkus makes it, without reflection. */
    Service() {}

    @Override
    public int run(String... arguments) {
        ServiceDatabase.start();
        Quarkus.waitForExit();
        return 0;
    }
}
