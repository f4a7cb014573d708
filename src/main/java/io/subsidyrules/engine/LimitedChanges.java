package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of refused items that no limit would undo, each with what limits would leave of its gain. A change can
 * bring other awards too, and it can end some: the limits are gone through anew with all awards that it can leave beside
 * the item's. What would take too long is not told.
 */
final class LimitedChanges {

    private static final Yuan LEAST = Yuan.of("0.01");

    private static final String APPLICANT = "/applicant/";

    /** Awards that are gone through for all changes of a request. */
    private static final int EFFORT = 2_000_000;

    private final Request request;
    private final List<JudgedClaim> judged;
    private final Supplier<AppliedLimits> limits;
    private final Function<JudgedClaim, Exclusions> exclusions;
    private int effort = EFFORT;

    /**
     * The changes of one request.
     *
     * @param judged its claims, which are all judged when a change is asked for
     * @param limits those of the request, to which nothing was added
     * @param exclusions of the rules on a claim
     */
    LimitedChanges(
            Request request,
            List<JudgedClaim> judged,
            Supplier<AppliedLimits> limits,
            Function<JudgedClaim, Exclusions> exclusions) {
        this.request = request;
        this.judged = judged;
        this.limits = limits;
        this.exclusions = exclusions;
    }

    /** Those of the changes of a refused item that stay; all of them if no limit covers the item. */
    List<Change> of(JudgedClaim.Subject subject, Judged item, List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            Optional<Yuan> left = left(subject, item, change, change.gain());
            if (left.isEmpty()) {
                return changes;
            }
            boolean stays = !left.get().isZero()
                    && (!change.upTo()
                            || left(subject, item, change, LEAST)
                                    .filter(least -> !least.isZero())
                                    .isPresent());
            if (stays) {
                kept.add(new Change(change.status(), left.get(), change.upTo(), change.fields()));
            }
        }
        return kept;
    }

    /** The part of an amount that is surely left of an item after a change; empty if no limit covers it. */
    private Optional<Yuan> left(JudgedClaim.Subject subject, Judged item, Change change, Yuan amount) {
        AppliedLimits anew = limits.get();
        if (!anew.cover(item.item().item())) {
            return Optional.empty();
        }
        effort -= judged.stream().mapToInt(claim -> claim.items().size()).sum();
        if (effort < 0 || amount.isZero()) {
            return Optional.of(Yuan.ZERO);
        }
        CoveredAward award = null;
        for (JudgedClaim claim : judged) {
            for (Judged other : claim.items()) {
                boolean same =
                        other.item().item().position() == item.item().item().position();
                if (same && claim.subject().index() == subject.index()) {
                    award = add(anew, claim, other, amount);
                } else {
                    add(anew, claim, other, most(subject, item, change, claim, other));
                }
            }
        }
        anew.grant();
        return Optional.of(award == null || award.status() != Status.ELIGIBLE ? Yuan.ZERO : award.granted());
    }

    /** The most that another item can be awarded after a change by which the item is awarded. */
    private Yuan most(JudgedClaim.Subject subject, Judged item, Change change, JudgedClaim claim, Judged other) {
        boolean own = claim.subject().index() == subject.index();
        boolean untouched = !own && change.pointers().stream().noneMatch(pointer -> pointer.startsWith(APPLICANT));
        if (untouched) {
            return other.byRule() == Status.ELIGIBLE ? other.whole() : Yuan.ZERO;
        }
        Facts without = claim.subject().facts().without(change.pointers());
        EvaluableRule rule = other.item().on(without);
        return own && item.excludes(rule, exclusions.apply(claim))
                ? Yuan.ZERO
                : other.most(rule, change.pointers(), without);
    }

    @Nullable
    private CoveredAward add(AppliedLimits anew, JudgedClaim claim, Judged item, Yuan amount) {
        int index = claim.subject().index();
        return amount.isZero()
                ? null
                : anew.add(
                                index,
                                request.claimId(index),
                                item.item().item(),
                                claim.subject().facts(),
                                Status.ELIGIBLE,
                                amount,
                                true)
                        .orElse(null);
    }
}
