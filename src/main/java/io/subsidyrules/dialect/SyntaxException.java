package io.subsidyrules.dialect;

import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Place;
import java.util.function.Consumer;

/** Reading cannot go on at this place; whoever can go on after it adds the fault and does. */
final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Faults> fault;

    private SyntaxException(String name, Consumer<Faults> fault) {
        super(name, null, false, false);
        this.fault = fault;
    }

    SyntaxException(Place place, FaultCode code, Object... details) {
        this(code.name(), faults -> faults.add(place, code, details));
    }

    /** A fault that is the consequence of another one and is not reported, since that one is. */
    static SyntaxException toldElsewhere() {
        return new SyntaxException("told elsewhere", faults -> {});
    }

    /** Adds the fault to the others. */
    void addTo(Faults faults) {
        fault.accept(faults);
    }
}
