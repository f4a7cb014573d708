package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.util.List;
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

    /** The rules that may judge it: one, save where the day that decides is not known. */
    List<EvaluableRule> mayJudge(Facts facts) {
        return rule.rule().decides().isEmpty() ? List.of(rule) : item.open(facts);
    }

    /** The most that it has at stake by one of the rules that may judge it. */
    Yuan amount(EvaluableRule by, Facts facts) {
        if (by == rule) {
            return amount();
        }
        Yuan most = by.amount(facts);
        return most.compareTo(amount()) > 0 ? amount() : most;
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
