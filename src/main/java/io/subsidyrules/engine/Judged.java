package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.util.Optional;

/**
 * An item of a claim with what its rule makes of it.
 *
 * @param byRule its status before any limit
 * @param whole what it awards, or has at stake, before any limit
 * @param limited the same as limits see it; empty where none covers it
 */
record Judged(EvaluableItem item, EvaluableRule rule, Status byRule, Yuan whole, Optional<CoveredAward> limited) {

    Status status() {
        return limited.map(CoveredAward::status).orElse(byRule);
    }

    /** The amount that it awards, or has at stake, after all limits. */
    Yuan amount() {
        return limited.map(CoveredAward::granted).orElse(whole);
    }

    /** Whether it gives money. */
    boolean isAwarded() {
        return status() == Status.ELIGIBLE && item.item().outcome() == Outcome.AWARD;
    }

    /** Whether it is still to be decided. */
    boolean isOpen() {
        return status() == Status.REFERRED || status() == Status.UNDETERMINED;
    }
}
