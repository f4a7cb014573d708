package io.subsidyrules.engine.request;

import java.util.List;

/** The purpose for which a request is read. */
enum RequestUse {
    EVALUATION,
    /** A member that is not known is a fault even where it is null. */
    SCENARIO,
    /** It can have a {@code reference}, and is not of a day to come. */
    RECORDING,
    /** It was recorded, whatever characters, codes and days it has. */
    REPLAY,
    /** The same, when projects were distinguished by their exact texts. */
    REPLAY_AS_SENT;

    private static final List<String> MEMBERS = List.of("asOf", "applicant", "claims", "policies");
    private static final List<String> RECORDED = List.of("asOf", "applicant", "claims", "policies", "reference");

    List<String> members() {
        return isRecorded() ? RECORDED : MEMBERS;
    }

    /** Whether it can have a reference. */
    boolean isRecorded() {
        return this != EVALUATION && this != SCENARIO;
    }

    boolean isStrict() {
        return this == SCENARIO;
    }

    /** Whether it was taken before. */
    boolean isReplay() {
        return this == REPLAY || this == REPLAY_AS_SENT;
    }
}
