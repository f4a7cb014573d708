package io.subsidyrules.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Gives the service its own PostgreSQL where its configuration names no database. */
@ApplicationScoped
public class ServiceDatabase {

    private static final Logger LOG = Logger.getLogger(ServiceDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** After all that still records what it has been given. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final AtomicReference<Optional<OwnPostgres>> OWN = new AtomicReference<>(Optional.empty());

    /** To be called before Quarkus starts, as it reads its configuration only once; PostgreSQL starts beside it. */
    public static void prepare() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            Path data = Path.of(
                    config.getOptionalValue("subsidy.data", String.class).orElse("data"));
            try {
                OwnPostgres own = OwnPostgres.in(data);
                OWN.set(Optional.of(own));
                own.settings().forEach(System::setProperty);
            } catch (UncheckedIOException failed) {
                LOG.errorf("Nothing can be recorded: the data folder %s cannot be written to (%s).", data, failed);
                System.setProperty(URL, "jdbc:postgresql://127.0.0.1:9/none");
            }
        }
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        OWN.getAndSet(Optional.empty()).ifPresent(own -> {
            own.settings().keySet().forEach(System::clearProperty);
            own.close();
        });
    }
}
