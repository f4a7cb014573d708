package io.subsidyrules.floor;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the content of one request. */
final class PlainFaults {

    private final List<Fault> faults = new ArrayList<>(0);

    /**
     * One fault.
     *
     * @param pointer the JSON pointer of the member
     * @param code the code of the contract
     */
    public record Fault(String pointer, String code) {}

    /** The content of a request is refused. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Refused(List<Fault> faults) {
            super("The request has %d faults.".formatted(faults.size()), null, false, false);
            this.faults = List.copyOf(faults);
        }

        /** The faults, in no certain order. */
        public List<Fault> faults() {
            return faults;
        }
    }

    void add(String pointer, String code) {
        faults.add(new Fault(pointer, code));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
