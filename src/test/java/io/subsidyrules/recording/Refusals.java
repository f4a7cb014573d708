package io.subsidyrules.recording;

/** Refusals as the recorder gives them, for tests of what becomes of them. */
public final class Refusals {

    private Refusals() {}

    public static NotRecordedException of(NotRecordedException.Reason reason) {
        return new NotRecordedException(reason);
    }
}
