package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of a refused item that no limit would undo. A change of its claim leaves the awards of other claims as
 * they are. A change of the applicant can make all of them awards, so that it is told only where the item would get
 * something even then.
 */
public final class LimitedChanges {

    private static final Yuan LEAST = Yuan.of("0.01");

    private final CoveredAward award;
    private final OpenAwards left;
    private final Yuan worst;

    /**
     * The changes of an item.
     *
     * @param award the item as limits see it, were it open
     * @param left what they leave beside all that is decided
     * @param worst what they leave it where all that could be awarded is
     */
    public LimitedChanges(CoveredAward award, OpenAwards left, Yuan worst) {
        this.award = award;
        this.left = left;
        this.worst = worst;
    }

    /** Those of the changes that stay, each with what the limits leave of its gain. */
    public List<Change> of(List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            Yuan gain = gain(change);
            if (!gain.isZero()) {
                kept.add(new Change(change.status(), gain, change.upTo(), change.fields()));
            }
        }
        return kept;
    }

    /** Nothing where it cannot be said. */
    private Yuan gain(Change change) {
        boolean known = award.covering().stream().allMatch(CoveredAward.Covering::known);
        if (!known || change.gain().isZero() || award.status() == Status.NOT_ELIGIBLE) {
            return Yuan.ZERO;
        }
        String claim = award.facts().claim().pointer() + "/";
        boolean ofClaim =
                change.fields().stream().allMatch(fact -> fact.pointer().startsWith(claim));
        Yuan gain = ofClaim ? beside(change) : worst.atMost(change.gain());
        boolean cut = gain.compareTo(change.gain()) < 0;
        return cut && award.covering().stream().anyMatch(LimitedChanges::isOrNothing) ? Yuan.ZERO : gain;
    }

    private Yuan beside(Change change) {
        Yuan most = left.most(award, change.gain());
        return change.upTo() && left.most(award, LEAST).isZero() ? Yuan.ZERO : most;
    }

    private static boolean isOrNothing(CoveredAward.Covering one) {
        return one.limit().limit().limit().ceiling() instanceof Ceiling.Sum sum && sum.orNothing();
    }
}
