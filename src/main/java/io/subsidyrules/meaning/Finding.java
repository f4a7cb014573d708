package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.List;

/**
 * Something about rules that a reader of a table should look at. It may be meant so.
 *
 * @param subjects the rule, its condition, or the items and the row that it is about
 * @param place where the rule or its condition is written
 */
public record Finding(Kind kind, List<Text> subjects, Place place) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(Finding.class);

    /** The kinds of findings. */
    public enum Kind {
        /** Two awards of one clause for one claim. */
        OVERLAP,
        /** No request satisfies a rule. */
        NEVER_HOLDS,
        /** A condition without which every request comes to the same. */
        NEVER_MATTERS
    }

    public Finding {
        subjects = List.copyOf(subjects);
    }

    static Finding overlap(MeantItem one, MeantItem other, TableRow row, Place place) {
        return new Finding(
                Kind.OVERLAP,
                List.of(new Text(one.clause(), one.clause()), one.title(), other.title(), new Text(row.id(), row.id())),
                place);
    }

    static Finding neverHolds(Rule rule) {
        return new Finding(Kind.NEVER_HOLDS, List.of(new Text(rule.name(), rule.name())), rule.place());
    }

    static Finding neverMatters(Rule rule, Condition condition) {
        return new Finding(
                Kind.NEVER_MATTERS,
                List.of(new Text(rule.name(), rule.name()), new Text(condition.source(), condition.source())),
                condition.place());
    }

    /** The finding in words. */
    public Text words() {
        return TEXTS.text(kind.name(), subjects.toArray());
    }
}
