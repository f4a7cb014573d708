package io.subsidyrules.recording;

import io.subsidyrules.engine.project.KeyFields;

/**
 * The rules tell the projects of a claim type apart by others than those by which awards are recorded: what was paid
 * could be paid again. Nothing was recorded.
 */
public final class KeysChangedException extends NotRecordedException {

    private static final long serialVersionUID = 1L;

    private final transient KeyFields recorded;
    private final transient KeyFields declared;

    public KeysChangedException(KeyFields recorded, KeyFields declared) {
        super(Reason.KEYS_CHANGED);
        this.recorded = recorded;
        this.declared = declared;
    }

    /** The key fields by which awards are recorded. */
    public KeyFields recorded() {
        return recorded;
    }

    /** The key fields of the rules. */
    public KeyFields declared() {
        return declared;
    }
}
