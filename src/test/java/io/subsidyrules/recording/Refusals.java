package io.subsidyrules.recording;

import io.subsidyrules.engine.project.KeyFields;

/** Refusals as the recorder gives them, for tests of what becomes of them. */
public final class Refusals {

    private Refusals() {}

    public static NotRecordedException of(NotRecordedException.Reason reason) {
        if (reason == NotRecordedException.Reason.KEYS_CHANGED) {
            return new KeysChangedException(
                    new KeyFields("StandardLeader", "applicant, standard text, year integer"),
                    new KeyFields("StandardLeader", "applicant, standard text"));
        }
        return new NotRecordedException(reason);
    }
}
