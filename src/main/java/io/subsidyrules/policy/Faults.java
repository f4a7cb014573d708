package io.subsidyrules.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of several files, so that all can be reported at once. Not thread-safe. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Adds a fault with its sentences in English and in Chinese. */
    public void add(Place place, FaultCode code, String en, String zh) {
        add(new Fault(place, code, new Text(en, zh)));
    }

    /** Adds a fault. */
    public void add(Fault fault) {
        found.add(fault);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses to go on where anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FaultsException(found.stream()
                    .sorted((one, other) -> one.place().compareTo(other.place()))
                    .toList());
        }
    }
}
