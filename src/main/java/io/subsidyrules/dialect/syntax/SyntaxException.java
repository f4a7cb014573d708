package io.subsidyrules.dialect.syntax;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import java.util.function.Consumer;

/** Reading cannot go on at this place; whoever can go on after it adds the fault and does. */
public final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Faults> fault;

    private SyntaxException(String name, Consumer<Faults> fault) {
        super(name, null, false, false);
        this.fault = fault;
    }

    public SyntaxException(Place place, FaultCode code, Object... details) {
        this(code.name(), faults -> faults.add(place, code, details));
    }

    /** A fault that is the consequence of another one and is not reported, since that one is. */
    public static SyntaxException toldElsewhere() {
        return new SyntaxException("told elsewhere", faults -> {});
    }

    /** Adds the fault to the others. */
    public void addTo(Faults faults) {
        fault.accept(faults);
    }
}
