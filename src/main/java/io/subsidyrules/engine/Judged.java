package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An item of a claim with what its rule makes of it.
 *
 * @param byRule its status before any limit
 * @param whole what it awards, or has at stake, before any limit
 * @param limited the same as limits see it; empty where none covers it
 */
record Judged(EvaluableItem item, EvaluableRule rule, Status byRule, Yuan whole, Optional<CoveredAward> limited) {

    Status status() {
        return limited.isPresent() ? limited.get().status() : byRule;
    }

    /** The amount that it awards, or has at stake, after all limits. */
    Yuan amount() {
        return limited.isPresent() ? limited.get().granted() : whole;
    }

    /** The rules that may judge it: one, save where the day that decides is not known. */
    List<EvaluableRule> mayJudge(Facts facts) {
        return rule.rule().decides().isEmpty() ? List.of(rule) : item.open(facts);
    }

    /** The most that it has at stake by one of the rules that may judge it, before any limit. */
    Yuan whole(EvaluableRule by, Facts facts) {
        return by == rule ? whole : by.amount(facts).atMost(whole);
    }

    /** The amount that it is awarded before any limit; zero if it is not. */
    Yuan awarded() {
        return byRule == Status.ELIGIBLE ? whole : Yuan.ZERO;
    }

    /** The amount that it would be awarded before any limit on other facts; zero if it would not be. */
    Yuan awarded(Facts changed) {
        return item.on(changed).isAboveLargest(changed) ? Yuan.ZERO : most(changed);
    }

    /** The same, also where a person decides since it is more than the policy pays by itself. */
    Yuan most(Facts changed) {
        EvaluableRule by = item.on(changed);
        boolean holds = item.item().outcome() == Outcome.AWARD && by.truth(changed) == Truth.TRUE;
        return holds ? by.amount(changed) : Yuan.ZERO;
    }

    /**
     * The most that it is awarded if the fields at some pointers change, or stay; zero if it cannot be.
     *
     * @param by the rule that judges it then
     * @param without the facts as if nothing were known of those fields
     */
    Yuan most(EvaluableRule by, Set<String> pointers, Facts without) {
        Yuan now = awarded();
        return item.item().outcome() == Outcome.AWARD && by.canHoldBy(pointers, without)
                ? now.max(by.amount(without))
                : now;
    }

    /** Whether none of its rules can hold beside another one. */
    boolean excludes(EvaluableRule other, Exclusions exclusions) {
        return item.rules().stream().allMatch(own -> exclusions.areExclusive(own.rule(), other.rule()));
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
