package io.subsidyrules.engine.request;

import java.util.List;

/** A request was readable, but its content is refused; every fault of it is reported. */
public final class RequestFaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RequestFault> faults;
    private final int count;

    public RequestFaultsException(List<RequestFault> faults, int count) {
        super("The request has %s faults.".formatted(count), null, false, false);
        this.faults = List.copyOf(faults);
        this.count = count;
    }

    /** The first hundred faults in document order. */
    public List<RequestFault> faults() {
        return faults;
    }

    /** The number of faults. */
    public int count() {
        return count;
    }
}
