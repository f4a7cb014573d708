package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.meaning.form.WrittenForm;
import io.subsidyrules.meaning.tree.Change;
import io.subsidyrules.meaning.tree.Effort;
import io.subsidyrules.meaning.tree.Judge;
import io.subsidyrules.meaning.tree.Search;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The difference of two rulebooks in meaning: for whom an item comes to another status, or to another amount. It is
 * worked out for each item by itself, before any limit over several awards; a limit that is another one is named.
 * Titles, texts, places and readings do not count.
 *
 * @param rows the requests that come to something else, no two of one item with a request in common
 * @param named the changes that no single request shows
 * @param unproved the items of which there may be more
 */
public record MeaningDiff(List<ChangedRow> rows, List<NamedChange> named, List<Unproved> unproved) {

    public MeaningDiff {
        rows = List.copyOf(rows);
        named = List.copyOf(named);
        unproved = List.copyOf(unproved);
    }

    /** The difference of one ruleset from another. */
    public static MeaningDiff of(Ruleset before, Ruleset after, Effort effort) {
        return of(before.book(), after.book(), effort);
    }

    /** The difference of one rulebook from another. */
    public static MeaningDiff of(RuleBook before, RuleBook after, Effort effort) {
        Collector found = new Collector(before, after, effort);
        found.limits();
        found.named.addAll(Declarations.all(before, after).stream().distinct().toList());
        Set<MeantItem> items = MeantItem.of(after);
        MeantItem.of(before).stream()
                .filter(item -> items.stream().noneMatch(item::isSame))
                .forEach(found::removed);
        items.forEach(found::item);
        return new MeaningDiff(found.rows, found.named, found.unproved);
    }

    /** Whether nothing was found that changes; it need not be proved that nothing does. */
    public boolean isEmpty() {
        return rows.isEmpty() && named.isEmpty();
    }

    /** Whether it is proved that no request, and no sum of awards, comes to anything else. */
    public boolean isNoChange() {
        return isEmpty() && unproved.isEmpty();
    }

    /** The parts of a difference as they are found. */
    private static final class Collector {

        private final RuleBook before;
        private final RuleBook after;
        private final Effort effort;
        private final List<ChangedRow> rows = new ArrayList<>();
        private final List<NamedChange> named = new ArrayList<>();
        private final List<Unproved> unproved = new ArrayList<>();

        private Collector(RuleBook before, RuleBook after, Effort effort) {
            this.before = before;
            this.after = after;
            this.effort = effort;
        }

        private void limits() {
            for (Limit limit : before.limits()) {
                Optional<Limit> other = same(limit, after);
                if (other.isEmpty() || !WrittenForm.of(other.get()).equals(WrittenForm.of(limit))) {
                    name(limit);
                }
            }
            after.limits().stream()
                    .filter(limit -> same(limit, before).isEmpty())
                    .forEach(this::name);
        }

        private static Optional<Limit> same(Limit limit, RuleBook book) {
            return book.limits().stream().filter(limit::equals).findFirst();
        }

        private void name(Limit limit) {
            named.add(new NamedChange(NamedChange.Kind.LIMIT, new Text(limit.name(), limit.name())));
        }

        private void removed(MeantItem item) {
            named.add(new NamedChange(NamedChange.Kind.REMOVED_ITEM, item.title()));
            search(item);
        }

        /** Rules that say the same need no search; where fields are declared otherwise, requests are not the same. */
        private void item(MeantItem item) {
            if (item.rules(before).isEmpty()) {
                named.add(new NamedChange(NamedChange.Kind.NEW_ITEM, item.title()));
            }
            List<NamedChange> declared = Declarations.changes(item, before, after);
            declared.stream().filter(change -> !named.contains(change)).forEach(named::add);
            if (!declared.isEmpty()) {
                unproved.add(new Unproved(item, Declarations.reason()));
            } else if (!WrittenForm.of(item.rules(before)).equals(WrittenForm.of(item.rules(after)))) {
                search(item);
            }
        }

        private void search(MeantItem item) {
            try (Judge one = item.judge(before);
                    Judge other = item.judge(after)) {
                Search<Change> search = Search.changes(one, other, item.policy() + "/" + item.id(), effort);
                search.boxes()
                        .forEach(box -> rows.add(ChangedRow.of(
                                item,
                                Cell.of(box),
                                box.result().before(),
                                box.result().after())));
                search.doubts().forEach(reason -> unproved.add(new Unproved(item, reason)));
            }
        }
    }
}
