package io.subsidyrules.fault;

import java.util.List;
import java.util.stream.Collectors;

/** Files were refused; the faults say where and why, in the order of the files. */
public final class FaultsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The faults found; never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
