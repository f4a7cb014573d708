package io.subsidyrules.policy;

import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure that the programme as a whole is to reach; nobody's claim depends on it.
 *
 * @param value counted in the unit
 * @param from the first year of a target for each year
 * @param by the day by which it is to be reached, where the period is {@code BY}
 * @param item the item whose awards in force count towards it
 */
public record Target(
        String id,
        Text title,
        Comparison comparison,
        BigDecimal value,
        Text unit,
        Period period,
        Optional<Integer> from,
        Optional<LocalDate> by,
        Optional<String> item) {

    /** The comparison of the figure reached with the value aimed at. */
    public enum Comparison {
        MORE_THAN,
        AT_LEAST
    }

    /** When the value is to be reached: in each year, by a day, or kept always. */
    public enum Period {
        EACH_YEAR,
        BY,
        ALWAYS
    }
}
