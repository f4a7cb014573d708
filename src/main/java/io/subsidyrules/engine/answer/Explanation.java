package io.subsidyrules.engine.answer;

import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reasons for the status of an item.
 *
 * @param conditions all of them: that the rule is in force, those of the rule files, and that the field is known
 *     which the amount is computed from; of a repeat the one that makes it one; last, where it is asked and
 *     anything is to be said of it, that the project is paid once
 * @param calculation how the amount came about, or what is known of it; empty if nothing is given or at stake
 * @param cut whether a limit over several awards leaves less than the rule gives, as the calculation says
 * @param changes at most three sets of facts which would make an item that is not eligible hold, those with the fewest
 *     fields first, then those that gain most; none if no way was found, and for a repeat; empty if they were not
 *     asked for
 */
public record Explanation(
        List<ConditionAnswer> conditions, Optional<Text> calculation, boolean cut, Optional<List<Change>> changes) {

    public Explanation {
        conditions = List.copyOf(conditions);
        changes = changes.map(List::copyOf);
    }

    public Explanation and(ConditionAnswer last) {
        List<ConditionAnswer> all = new ArrayList<>(conditions);
        all.add(last);
        return new Explanation(all, calculation, cut, changes);
    }

    /** The same under limits: with their conditions behind the others, and the calculation that they end. */
    public Explanation and(List<ConditionAnswer> more, Optional<Text> otherCalculation, boolean isCut) {
        List<ConditionAnswer> all = new ArrayList<>(conditions);
        all.addAll(more);
        return new Explanation(all, otherCalculation, isCut, changes);
    }

    public Explanation with(List<Change> found) {
        return new Explanation(conditions, calculation, cut, Optional.of(found));
    }
}
