package io.subsidyrules.recording;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready to record where the ledger is the one that it recorded in before. */
@Readiness
@ApplicationScoped
class LedgerReadiness implements HealthCheck {

    private final Continuity continuity;

    LedgerReadiness(Continuity continuity) {
        this.continuity = continuity;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger")
                .status(!continuity.isBroken())
                .build();
    }
}
