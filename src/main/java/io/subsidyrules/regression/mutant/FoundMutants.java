package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.meaning.form.WrittenForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Mutants as they are found: none that says the same as the rulebook, and no two that say the same. */
final class FoundMutants {

    private static final Object NOTHING = "nothing";

    private final RuleBook book;
    private final IdentityHashMap<Object, Object> forms = new IdentityHashMap<>();
    private final Set<Object> changes = new HashSet<>();
    private final List<Mutant> mutants = new ArrayList<>();

    FoundMutants(RuleBook book) {
        this.book = book;
        book.rules().forEach(rule -> forms.put(rule, form(rule)));
        book.limits().forEach(limit -> forms.put(limit, form(limit)));
    }

    /** Most rules of a mutant are those of the rulebook, of which the forms are known. */
    private Object form(Rule rule) {
        Object known = forms.get(rule);
        return known == null ? WrittenForm.of(List.of(rule)) : known;
    }

    private Object form(Limit limit) {
        Object known = forms.get(limit);
        return known == null ? WrittenForm.of(limit) : known;
    }

    /** Keeps a change, unless it says nothing new. */
    void add(Change<RuleBook> change) {
        Map<Rule, Object> rules = changed(book.rules(), change.made().rules(), this::form);
        Map<Limit, Object> limits = changed(book.limits(), change.made().limits(), this::form);
        if ((!rules.isEmpty() || !limits.isEmpty()) && changes.add(List.of(rules, limits))) {
            Set<AwardChoice.Item> items = new HashSet<>();
            rules.keySet().forEach(rule -> items.add(new AwardChoice.Item(rule.policy(), rule.item())));
            limits.keySet().forEach(limit -> items.addAll(limit.awards().items()));
            mutants.add(
                    new Mutant(change.kind(), Change.text("end", change.text()), change.place(), items, change.made()));
        }
    }

    /** Those that say something else, or nothing any longer, each with the form of what it says now. */
    private static <T> Map<T, Object> changed(List<T> before, List<T> after, Function<T, Object> form) {
        Map<T, Object> now = new HashMap<>();
        after.forEach(one -> now.put(one, form.apply(one)));
        Map<T, Object> changed = new HashMap<>();
        for (T one : before) {
            Object other = now.getOrDefault(one, NOTHING);
            if (!other.equals(form.apply(one))) {
                changed.put(one, other);
            }
        }
        return changed;
    }

    /** The mutants in the order in which they were found. */
    List<Mutant> mutants() {
        return List.copyOf(mutants);
    }
}
