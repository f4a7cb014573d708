package io.subsidyrules.recording.replay;

import io.subsidyrules.engine.request.RequestFault;
import io.subsidyrules.engine.request.RequestFaultsException;
import java.util.List;

/**
 * A request that was recorded does not fit the ruleset that is to evaluate it again; whoever asks for that is not at
 * fault.
 */
public final class RecordedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RequestFaultsException faults;
    private final String ruleset;
    private final boolean own;

    /**
     * A refusal.
     *
     * @param ruleset the version that does not take it
     * @param own whether that is the ruleset that decided
     */
    RecordedRequestException(RequestFaultsException faults, String ruleset, boolean own) {
        super("The recorded request does not fit the ruleset %s.".formatted(ruleset), null, false, false);
        this.faults = faults;
        this.ruleset = ruleset;
        this.own = own;
    }

    /** The first hundred of its faults, each with its place in the recorded request. */
    public List<RequestFault> faults() {
        return faults.faults();
    }

    /** The number of faults. */
    public int count() {
        return faults.count();
    }

    /** The version that does not take the request. */
    public String ruleset() {
        return ruleset;
    }

    /** Whether that ruleset decided: then it is this version of the service that reads requests more strictly. */
    public boolean isOwn() {
        return own;
    }
}
