package io.subsidyrules.meaning;

import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import io.subsidyrules.meaning.tree.Box;
import io.subsidyrules.text.Text;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of one variable for which a row holds.
 *
 * @param labels its classes
 */
public record Cell(Variable variable, Set<ValueClass.Label> labels) {

    public Cell {
        // In their order, which is that of the words, and of the id of a row.
        labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
    }

    /** The cells of combinations of classes. */
    static List<Cell> of(Box<?> box) {
        return box.cells().entrySet().stream()
                .map(cell -> new Cell(cell.getKey(), cell.getValue()))
                .toList();
    }

    /** Whether the facts of a request have one of the values. */
    boolean includes(Facts facts) {
        Optional<Object> value = variable.in(facts);
        return labels.stream().anyMatch(label -> label.includes(value, facts));
    }

    /** The values in words: "manufacturing", "from 2,000,000.00". */
    public Text words() {
        return LabelWording.of(variable, labels);
    }
}
