package io.subsidyrules.dialect.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a rule is in force.
 *
 * @param from the first day
 * @param until the first day no longer
 */
public record Period(LocalDate from, Optional<LocalDate> until) {

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (until.isEmpty() || date.isBefore(until.get()));
    }

    public boolean overlaps(Period other) {
        return other.until.map(from::isBefore).orElse(true)
                && until.map(other.from::isBefore).orElse(true);
    }

    /** The period as the rule file writes it. */
    @Override
    public String toString() {
        return "date-effective \"" + from + "\""
                + until.map(date -> " date-expires \"" + date + "\"").orElse("");
    }
}
