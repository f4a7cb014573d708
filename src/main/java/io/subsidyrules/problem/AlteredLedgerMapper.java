package io.subsidyrules.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.subsidyrules.recording.AlteredLedgerException;
import io.subsidyrules.recording.integrity.SuspectEntries;
import jakarta.ws.rs.ext.Provider;

/** 503: what is stored is not what was recorded, so it is not answered; it can be once the operator has put it back. */
@Provider
public class AlteredLedgerMapper extends ExceptionMapperBase<AlteredLedgerException> {

    private static final int AFTER_SOMEBODY_LOOKED = 60;

    private final SuspectEntries suspects;

    AlteredLedgerMapper(SuspectEntries suspects) {
        this.suspects = suspects;
    }

    @Override
    protected HttpProblem toProblem(AlteredLedgerException altered) {
        suspects.suspect(altered);
        return LocalisedProblem.unavailable(altered.text(), AFTER_SOMEBODY_LOOKED);
    }
}
