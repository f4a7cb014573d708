package io.subsidyrules.recording.write;

import io.subsidyrules.recording.integrity.AuditReport;
import io.subsidyrules.recording.integrity.LedgerContinuity;
import io.subsidyrules.recording.integrity.LedgerSigner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The service is ready to record where the ledger is as it was left, the service has the key that seals what it
 * records, and its first decision would not take longer than others.
 */
@Readiness
@ApplicationScoped
class LedgerReadiness implements HealthCheck {

    private final LedgerContinuity continuity;
    private final Recorder recorder;
    private final LedgerSigner signing;
    private final AuditReport audit;

    LedgerReadiness(LedgerContinuity continuity, Recorder recorder, LedgerSigner signing, AuditReport audit) {
        this.audit = audit;
        this.continuity = continuity;
        this.recorder = recorder;
        this.signing = signing;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("ledger");
        continuity
                .reason()
                .or(recorder::damage)
                .or(() -> recorder.isPrepared()
                        ? Optional.empty()
                        : Optional.of("The service has not yet made itself ready to record."))
                .ifPresent(reason -> response.withData("reason", reason));
        return response.withData("checkpoints", signing.isMissing() ? "none: the signing key is missing" : "signed")
                .withData("audit", audit.sentence())
                .status(continuity.isOpen() && recorder.isPrepared())
                .build();
    }
}
