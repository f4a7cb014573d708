package io.subsidyrules.effect;

import io.subsidyrules.engine.answer.RuledItem;
import java.util.Optional;

/**
 * An item of a request by both versions of the rules.
 *
 * @param claim the id of the claim; empty for an item on the applicant alone
 * @param item as the new rules have it; as the old ones have it where it is gone
 */
public record ItemEffect(Optional<String> claim, RuledItem item, ItemState before, ItemState after) {

    /** The effect on this item alone. */
    public Verdict verdict() {
        int more = after.paid().compareTo(before.paid());
        boolean paidTwice = !after.paid().isZero() && !before.paid().isZero();
        if (paidTwice && !after.currency().equals(before.currency())) {
            return Verdict.OTHERWISE;
        }
        if (more == 0) {
            more = Boolean.compare(after.isEligible(), before.isEligible());
        }
        if (more != 0) {
            return more > 0 ? Verdict.WINNER : Verdict.LOSER;
        }
        boolean same = after.status() == before.status() && after.atStake().equals(before.atStake());
        return same ? Verdict.UNCHANGED : Verdict.OTHERWISE;
    }
}
