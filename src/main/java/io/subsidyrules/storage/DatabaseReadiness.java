package io.subsidyrules.storage;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready to record where its database can be written to; else the check says why it cannot. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    private final Database database;

    DatabaseReadiness(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("database").status(database.available());
        database.state().unusable().ifPresent(why -> response.withData(
                        "cause", why.cause().name())
                .withData("reason", why.cause().sentence() + ". " + why.cause().remedy() + "."));
        database.excessRights().ifPresent(excess -> response.withData("rights", excess));
        return response.build();
    }
}
