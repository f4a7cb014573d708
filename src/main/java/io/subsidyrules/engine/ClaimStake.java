package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.limit.OpenAwards;
import io.subsidyrules.engine.stake.AtStake;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The amount that open items of one claim have at stake together, within the limits that cover them. */
final class ClaimStake {

    private final AtStake stakes;
    private final List<Open> open = new ArrayList<>();
    private boolean limited;

    ClaimStake(Exclusions exclusions) {
        this.stakes = new AtStake(exclusions);
    }

    private record Open(Rule rule, Yuan most, Optional<CoveredAward> award) {}

    /** Adds an item that has at most so much at stake. */
    void add(Rule rule, Yuan most, Optional<CoveredAward> award) {
        stakes.add(rule, most);
        open.add(new Open(rule, most, award));
        limited |= award.isPresent();
    }

    /**
     * The most that they come to together.
     *
     * @param left what the limits leave, of which it is taken
     */
    Yuan most(OpenAwards left) {
        if (!limited) {
            return stakes.most();
        }
        Set<Rule> heaviest = stakes.heaviest();
        Yuan sum = Yuan.ZERO;
        for (Open one : open) {
            if (heaviest.contains(one.rule())) {
                sum = sum.plus(
                        one.award().map(award -> left.take(award, one.most())).orElse(one.most()));
            }
        }
        return sum;
    }
}
