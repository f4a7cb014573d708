package io.subsidyrules.policy;

/**
 * Something wrong in a file that policy staff write: where, what, and what to do about it.
 *
 * @param place where it stands
 * @param code a stable code for programs
 * @param text the fault and its remedy, as sentences
 */
public record Fault(Place place, FaultCode code, Text text) {

    @Override
    public String toString() {
        return place + " " + code + " " + text.en();
    }
}
