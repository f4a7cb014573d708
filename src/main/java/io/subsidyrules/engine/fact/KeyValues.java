package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.lookup.KeyDomain;
import io.subsidyrules.dialect.table.Cell;
import io.subsidyrules.dialect.value.Bounds;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values that a key of a table can still have.
 *
 * @param meets whether one of them is in a cell
 * @param between the least and the greatest of numbers and of dates, these counted in days; empty for others
 */
public record KeyValues(Predicate<Cell> meets, Optional<Bounds> between) {

    /** The one value of a key that is known, as {@link Cell#normal} has it. */
    public static KeyValues of(Object value) {
        return new KeyValues(
                cell -> cell.contains(value),
                value instanceof BigDecimal number ? Optional.of(Bounds.of(number)) : Optional.empty());
    }

    /** All numbers, or days, from one to another. */
    public static KeyValues between(Bounds numbers) {
        BigDecimal least = numbers.least().orElseThrow();
        BigDecimal most = numbers.most().orElseThrow();
        return new KeyValues(cell -> ((Cell.Between) cell).overlaps(least, most), Optional.of(numbers));
    }

    static KeyValues of(KeyDomain domain) {
        return domain.numbers().map(KeyValues::between).orElseGet(() -> new KeyValues(domain::meets, Optional.empty()));
    }
}
