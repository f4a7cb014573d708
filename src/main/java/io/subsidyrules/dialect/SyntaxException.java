package io.subsidyrules.dialect;

import io.subsidyrules.policy.Fault;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Place;
import io.subsidyrules.policy.Text;

/** Reading cannot go on at this place; the reader of declarations takes it up again after the next {@code end}. */
final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    SyntaxException(Place place, FaultCode code, String en, String zh) {
        super(en, null, false, false);
        this.fault = new Fault(place, code, new Text(en, zh));
    }

    Fault fault() {
        return fault;
    }
}
