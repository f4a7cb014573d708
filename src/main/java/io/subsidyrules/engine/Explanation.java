package io.subsidyrules.engine;

import io.subsidyrules.policy.Text;
import java.util.List;
import java.util.Optional;

/**
 * Why an item stands as it does.
 *
 * @param conditions all of them: that the rule is in force, those of the rule files, and that the field is known
 *     which the amount is computed from; of a repeat the one that makes it one
 * @param calculation how the amount came about, or what is known of it; empty where nothing is given or at stake
 */
public record Explanation(List<ConditionAnswer> conditions, Optional<Text> calculation) {

    public Explanation {
        conditions = List.copyOf(conditions);
    }
}
