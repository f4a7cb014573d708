package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.policy.Yuan;
import java.util.HashMap;
import java.util.Map;

/** The amounts that limits would leave each item, were all items of all claims awarded. */
final class PotentialAwards {

    private final AppliedLimits limits;
    private final Map<Key, CoveredAward> covered = new HashMap<>();

    private record Key(int claim, int item) {}

    /** @param limits to which nothing was added */
    PotentialAwards(AppliedLimits limits) {
        this.limits = limits;
    }

    /** Adds an item of a claim; the claims in their order. */
    void add(int claim, String claimId, EvaluableItem item, Facts facts) {
        Yuan amount = item.on(facts).amount(facts);
        limits.add(claim, claimId, item.item(), facts, Status.ELIGIBLE, amount)
                .ifPresent(award -> covered.put(new Key(claim, item.item().position()), award));
    }

    /** Sees all that was added. */
    void grant() {
        limits.grant();
    }

    /** The amount that is left of an item; zero if no limit covers it. */
    Yuan of(int claim, RuledItem item) {
        CoveredAward award = covered.get(new Key(claim, item.position()));
        return award == null ? Yuan.ZERO : award.granted();
    }
}
