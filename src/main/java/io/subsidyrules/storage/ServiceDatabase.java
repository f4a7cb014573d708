package io.subsidyrules.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Gives the service its own PostgreSQL where its configuration names no database. */
@ApplicationScoped
public class ServiceDatabase {

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** After all that still records what it has been given. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final AtomicReference<Optional<OwnPostgres>> OWN = new AtomicReference<>(Optional.empty());

    /**
     * To be called before Quarkus starts, as it reads its configuration only once; PostgreSQL starts beside it.
     *
     * @throws RefusedStartException where the data folder cannot be used, or another service uses it
     */
    public static void prepare() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            OwnPostgres own = OwnPostgres.in(Path.of(
                    config.getOptionalValue("subsidy.data", String.class).orElse("data")));
            OWN.set(Optional.of(own));
            own.settings().forEach(System::setProperty);
        }
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        OWN.getAndSet(Optional.empty()).ifPresent(own -> {
            own.settings().keySet().forEach(System::clearProperty);
            own.close();
        });
    }
}
