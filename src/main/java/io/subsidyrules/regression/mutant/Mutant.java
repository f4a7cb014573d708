package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.Set;

/**
 * A rulebook with one wrong change.
 *
 * @param change what is changed, as a sentence
 * @param place where that is written
 * @param items those whose outcome can be another one by it, before any limit over several awards but its own
 * @param book all that the files say, with the change
 */
public record Mutant(MutantKind kind, Text change, Place place, Set<AwardChoice.Item> items, RuleBook book) {
    public Mutant {
        items = Set.copyOf(items);
    }

    /** Its place and its sentence, without all that the rulebook says. */
    @Override
    public String toString() {
        return place + ": " + change.en();
    }
}
