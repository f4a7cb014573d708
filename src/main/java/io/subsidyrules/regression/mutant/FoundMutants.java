package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.text.Sha256;
import io.subsidyrules.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Mutants as they are found: none that says the same as the rulebook, and no two that say the same. */
final class FoundMutants {

    private static final Object NOTHING = "nothing";

    private final RuleBook book;
    private final Set<Object> changes = new HashSet<>();

    FoundMutants(RuleBook book) {
        this.book = book;
    }

    /** The mutant of a change; empty if it says nothing new. */
    Optional<Mutant> next(Change<RuleBook> change) {
        Map<Rule, String> rules = changed(book.rules(), change.made().rules(), rule -> WrittenForm.of(List.of(rule)));
        Map<Limit, String> limits = changed(book.limits(), change.made().limits(), WrittenForm::of);
        if ((rules.isEmpty() && limits.isEmpty()) || !changes.add(List.of(rules, limits))) {
            return Optional.empty();
        }
        Set<AwardChoice.Item> items = new HashSet<>();
        rules.keySet().forEach(rule -> items.add(new AwardChoice.Item(rule.policy(), rule.item())));
        limits.keySet().forEach(limit -> items.addAll(limit.awards().items()));
        Text text = Change.text("end", change.text());
        return Optional.of(new Mutant(change.kind(), text, change.place(), items, change.made()));
    }

    /** Those that say something else, or nothing any longer, each with the hash of what it says now. */
    private static <T> Map<T, String> changed(List<T> before, List<T> after, Function<T, Object> form) {
        Map<T, T> now = new HashMap<>();
        after.forEach(one -> now.put(one, one));
        Map<T, String> changed = new HashMap<>();
        for (T one : before) {
            T other = now.get(one);
            if (other != one) {
                Object made = other == null ? NOTHING : form.apply(other);
                if (!made.equals(form.apply(one))) {
                    changed.put(one, hash(made));
                }
            }
        }
        return changed;
    }

    /** The forms themselves would fill the memory where a change of a long table changes thousands of rules. */
    private static String hash(Object form) {
        return Sha256.hex(form.hashCode() + " " + form);
    }
}
