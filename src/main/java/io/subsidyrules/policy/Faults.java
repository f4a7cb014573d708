package io.subsidyrules.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects the faults of several files, so that all can be reported at once: the first hundred of each file, and how
 * many more it has. Not thread-safe.
 */
public final class Faults {

    /** More in one file help nobody, and a file of nothing but faults must not take long. */
    private static final int REPORTED_PER_FILE = 100;

    private final List<Fault> found = new ArrayList<>();
    private final Set<Fault> known = new HashSet<>();
    private final Set<List<Object>> told = new HashSet<>();
    private final Set<Place> settled = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Adds a fault, told by its code's sentences with the details put in. */
    public void add(Place place, FaultCode code, Object... details) {
        String first = details.length > 0 && !(details[0] instanceof Supplier) ? details[0].toString() : "";
        if (!settled.contains(place) && told.add(List.of(place, code, first)) && isReported(place.file())) {
            keep(Fault.of(place, code, details));
        }
    }

    /** Adds a fault that was told elsewhere. */
    public void add(Fault fault) {
        if (!known.contains(fault) && isReported(fault.place().file())) {
            keep(fault);
        }
    }

    /** Adds the faults for which files were refused, of which none is too many any more. */
    public void addAll(FaultsException refused) {
        refused.faults().forEach(this::keep);
    }

    private boolean isReported(String file) {
        return counts.merge(file, 1, Integer::sum) <= REPORTED_PER_FILE;
    }

    private void keep(Fault fault) {
        if (known.add(fault)) {
            found.add(fault);
        }
    }

    /** Marks the content of this place as faulty, so that no further faults are reported that only follow from the first. */
    public void settle(Place place) {
        settled.add(place);
    }

    /** Says whether the text at this place is known to be wrong. */
    public boolean isSettled(Place place) {
        return settled.contains(place);
    }

    /** Whether there are faults from one place of a file to another. */
    public boolean areWithin(Place from, Place to) {
        return found.stream()
                .map(Fault::place)
                .anyMatch(place ->
                        place.file().equals(from.file()) && place.compareTo(from) >= 0 && place.compareTo(to) <= 0);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The faults in the order of the files. */
    public List<Fault> inOrder() {
        List<Fault> all = new ArrayList<>(found);
        counts.forEach((file, count) -> {
            if (count > REPORTED_PER_FILE) {
                Place end = new Place(file, Integer.MAX_VALUE, 1);
                all.add(Fault.of(end, FaultCode.TOO_MANY_FAULTS, count - REPORTED_PER_FILE));
            }
        });
        return all.stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .map(Faults::atTheStartWhereItHasNoLine)
                .toList();
    }

    /** Refuses to go on where anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new FaultsException(inOrder());
        }
    }

    private static Fault atTheStartWhereItHasNoLine(Fault fault) {
        return fault.place().line() < Integer.MAX_VALUE
                ? fault
                : new Fault(Place.startOf(fault.place().file()), fault.code(), fault.text(), fault.remedy());
    }
}
