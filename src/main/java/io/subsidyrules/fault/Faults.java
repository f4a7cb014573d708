package io.subsidyrules.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Collects the faults of several files, so that all can be reported at once: the first hundred of each file and the
 * first five hundred of all. A file's reading ends there, and what else is wrong follows once these are mended. Not
 * thread-safe.
 */
public final class Faults {

    /** The most faults reported for one file: more help nobody. */
    public static final int OF_A_FILE = 100;

    /** The most faults reported for all files together, apart from those that say that a file has more. */
    public static final int OF_ALL = 500;

    private final List<Fault> found = new ArrayList<>();
    private final Set<Fault> known = new HashSet<>();
    private final Set<List<Object>> told = new HashSet<>();
    private final Set<Place> settled = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> givenUp = new TreeSet<>();
    private boolean reading;

    /** The end of a file's reading, wherever in the file it has come to. */
    private static final class EnoughException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("enough faults", null, false, false);
        }
    }

    /**
     * Reads a file, unless the most faults for all files are known already.
     *
     * @param reader adds faults of this file alone; it is left at the first one too many
     * @return whether the file was read to its end
     */
    public boolean reads(Runnable reader) {
        if (isFull()) {
            return false;
        }
        reading = true;
        try {
            reader.run();
            return true;
        } catch (EnoughException enough) {
            return false;
        } finally {
            reading = false;
        }
    }

    /** Adds a fault, worded by its code's sentences with the details put in. */
    public void add(Place place, FaultCode code, Object... details) {
        String first = details.length > 0 && !(details[0] instanceof Supplier) ? details[0].toString() : "";
        List<Object> key = List.of(place, code, first);
        if (!settled.contains(place) && !told.contains(key) && isWanted(place.file())) {
            told.add(key);
            keep(Fault.of(place, code, details));
        }
    }

    /** Adds a fault that was found elsewhere. */
    public void add(Fault fault) {
        if (!known.contains(fault) && isWanted(fault.place().file())) {
            keep(fault);
        }
    }

    /** Adds the faults for which files were refused, of which none is too many any more. */
    public void addAll(FaultsException refused) {
        refused.faults().forEach(this::keep);
    }

    /** Adds what was found in other files, as if it had been found after this. */
    public void addAll(Faults others) {
        others.found.forEach(this::add);
        others.givenUp.forEach(this::giveUp);
    }

    /** Whether the most faults for all files are known. */
    public boolean isFull() {
        return found.size() >= OF_ALL;
    }

    /** Whether the most faults for a file, or for all files, are known. */
    public boolean isFull(String file) {
        return isFull() || counts.getOrDefault(file, 0) >= OF_A_FILE;
    }

    /** Whether one more fault of this file is reported; otherwise reading the file ends. */
    private boolean isWanted(String file) {
        if (!isFull(file)) {
            return true;
        }
        giveUp(file);
        if (reading) {
            throw new EnoughException();
        }
        return false;
    }

    /** Says of a file that it is looked at no further. */
    public void giveUp(String file) {
        if (!isFull()) {
            givenUp.add(file);
        }
    }

    private void keep(Fault fault) {
        if (known.add(fault)) {
            found.add(fault);
            counts.merge(fault.place().file(), 1, Integer::sum);
        }
    }

    /**
     * Marks the content of this place as faulty, so that no further faults are reported that only follow from the
     * first.
     */
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

    /** The faults in the order of the files; if a file has more than are reported, its last one says so. */
    public List<Fault> inOrder() {
        List<Fault> all = new ArrayList<>(found);
        for (String file : givenUp) {
            Place end = new Place(file, Integer.MAX_VALUE, 1);
            all.add(Fault.of(end, FaultCode.TOO_MANY_FAULTS, OF_A_FILE));
        }
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
