package io.subsidyrules.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.subsidyrules.storage.data.RefusedStartException;
import io.subsidyrules.storage.diagnosis.DatabaseAddress;
import io.subsidyrules.storage.diagnosis.Unusable;
import io.subsidyrules.storage.postgres.OwnPostgres;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;

/** Gives the service its own PostgreSQL where its configuration names no database. */
@ApplicationScoped
public class ServiceDatabase {

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** In the place of a URL that cannot be one: nothing that might be in it reaches the log of the driver. */
    private static final String NONE = "jdbc:postgresql://127.0.0.1:9/none";

    /** After all that still records what it has been given. */
    private static final int LAST = Integer.MAX_VALUE;

    private static volatile Optional<OwnPostgres> own = Optional.empty();
    private static volatile Optional<Unusable> misnamed = Optional.empty();

    /**
     * To be called before Quarkus starts, as it reads its configuration only once.
     *
     * @throws RefusedStartException if the data folder cannot be used, or another service uses it
     */
    public static void prepare() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isPresent()) {
            misnamed = DatabaseAddress.fault(url.get());
            misnamed.ifPresent(fault -> System.setProperty(URL, NONE));
        } else {
            OwnPostgres prepared = OwnPostgres.preparedIn(Path.of(
                    config.getOptionalValue("subsidy.data", String.class).orElse("data")));
            own = Optional.of(prepared);
            prepared.settings().forEach(System::setProperty);
        }
    }

    /** Starts the service's own PostgreSQL, if it has one; returns at once. */
    public static void start() {
        own.ifPresent(OwnPostgres::start);
    }

    /** The PostgreSQL that the service runs itself; empty if it was given another. */
    static Optional<OwnPostgres> own() {
        return own;
    }

    /** The reason that the URL of the database is malformed; empty if it is not. */
    static Optional<Unusable> misnamed() {
        return misnamed;
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        Optional<OwnPostgres> running = own;
        own = Optional.empty();
        running.ifPresent(postgres -> {
            postgres.settings().keySet().forEach(System::clearProperty);
            postgres.close();
        });
    }
}
