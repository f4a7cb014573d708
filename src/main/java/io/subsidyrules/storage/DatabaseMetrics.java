package io.subsidyrules.storage;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says in {@code subsidy_database_up} whether what is recorded can be read, and in {@code subsidy_database_writable}
 * whether decisions can be recorded; 0 is to be alarmed at.
 */
@Startup
@ApplicationScoped
class DatabaseMetrics {

    DatabaseMetrics(MeterRegistry registry, Database database) {
        Gauge.builder(
                        "subsidy.database.up",
                        database,
                        watched -> watched.state().readable() ? 1 : 0)
                .description("Whether what is recorded can be read")
                .register(registry);
        Gauge.builder("subsidy.database.writable", database, watched -> watched.available() ? 1 : 0)
                .description("Whether decisions can be recorded")
                .register(registry);
    }
}
