package io.subsidyrules.mutation.killer;

import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.meaning.Cell;
import io.subsidyrules.meaning.ChangedRow;
import io.subsidyrules.meaning.space.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A case near which others are looked for.
 *
 * @param file the scenario file that it belongs to
 * @param name the sentence of its scenario; empty if it is made up
 */
record Base(String file, Optional<String> name, Asked asked, Trial.Shown shown) {

    /** A claim of a base, or its applicant alone, as one that a row is about. */
    record Subject(Base base, int claim, Facts facts) {

        /** The cells of the row that it is not in. */
        List<Cell> others(ChangedRow row) {
            return row.cells().stream().filter(cell -> !isIn(cell)).toList();
        }

        private boolean isIn(Cell cell) {
            Optional<Object> value = cell.variable().in(facts);
            return cell.labels().stream().anyMatch(label -> label.includes(value, facts));
        }

        /** The pointer of a variable in what is asked; empty if it is none of its members. */
        Optional<String> pointer(Variable variable) {
            if (variable instanceof Variable.OfField field) {
                String name = field.read().field().name();
                return Optional.of(
                        field.read().of().isClaim() ? "/claims/%s/%s".formatted(claim, name) : "/applicant/" + name);
            }
            return variable instanceof Variable.Day ? Optional.of("/asOf") : Optional.empty();
        }
    }

    /** Those that a row of items on a type of claim, or on the applicant alone, can be about. */
    List<Subject> subjects(Optional<String> type) {
        Fact applicant = shown.request().applicant();
        if (type.isEmpty()) {
            return List.of(new Subject(this, 0, new Facts(applicant, applicant)));
        }
        return IntStream.range(0, shown.request().claims().size())
                .filter(i -> shown.request().claimType(i).equals(type.get()))
                .mapToObj(i -> new Subject(
                        this,
                        i,
                        new Facts(applicant, shown.request().claims().get(i).fact())))
                .toList();
    }
}
