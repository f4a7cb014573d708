package io.subsidyrules.engine;

import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.limit.AppliedLimits;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The changes of refused items that no limit would undo, each with what limits would leave of its gain. A change can
 * bring other awards too, and it can end some: the limits are gone through anew with what is awarded in each case of
 * the change, or, where the cases are too many, with all that can be. What would take too long is not told.
 */
final class LimitedChanges {

    private static final Yuan LEAST = Yuan.of("0.01");

    private static final String APPLICANT = "/applicant/";

    /** Awards that are gone through for all changes of a request. */
    private static final int EFFORT = 2_000_000;

    private final Request request;
    private final List<JudgedClaim> judged;
    private final Supplier<AppliedLimits> limits;
    private int effort = EFFORT;

    /**
     * The changes of one request.
     *
     * @param judged its claims, which are all judged when a change is asked for
     * @param limits those of the request, to which nothing was added
     */
    LimitedChanges(Request request, List<JudgedClaim> judged, Supplier<AppliedLimits> limits) {
        this.request = request;
        this.judged = judged;
        this.limits = limits;
    }

    /** Those of the changes of a refused item, which a limit covers, that stay. */
    List<Change> of(JudgedClaim.Subject subject, Judged item, List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            List<ChangedFacts> cases = ChangedFacts.of(change, item, subject.facts());
            List<Yuan> left = cases.isEmpty() ? least(subject, item, change) : left(subject, item, cases);
            Yuan least = left.stream().reduce((one, other) -> one.atMost(other)).orElse(Yuan.ZERO);
            Yuan most = left.stream().reduce(Yuan.ZERO, Yuan::max);
            if (!least.isZero()) {
                boolean upTo = change.upTo() || least.compareTo(most) < 0;
                kept.add(new Change(change.status(), most, upTo, change.fields()));
            }
        }
        return kept;
    }

    /** The parts of the amount that are left of an item in each case of a change. */
    private List<Yuan> left(JudgedClaim.Subject subject, Judged item, List<ChangedFacts> cases) {
        return cases.stream()
                .map(changed -> left(
                        subject,
                        item,
                        item.most(changed.of(subject.facts(), true)),
                        (claim, other) -> isUntouched(subject, claim, changed.pointers())
                                ? other.awarded()
                                : other.awarded(changed.of(claim.subject().facts(), isOwn(subject, claim)))))
                .toList();
    }

    /**
     * The part of the amount that is surely left of an item after a change with more cases than can be gone through; no
     * part if nothing may be.
     */
    private List<Yuan> least(JudgedClaim.Subject subject, Judged item, Change change) {
        BiFunction<JudgedClaim, Judged, Yuan> others = (claim, other) -> most(subject, item, change, claim, other);
        boolean never = change.upTo() && left(subject, item, LEAST, others).isZero();
        return never ? List.of() : List.of(left(subject, item, change.gain(), others));
    }

    /** The part of an amount that is left of an item beside others. */
    private Yuan left(
            JudgedClaim.Subject subject, Judged item, Yuan amount, BiFunction<JudgedClaim, Judged, Yuan> others) {
        effort -= judged.stream().mapToInt(claim -> claim.items().size()).sum();
        if (effort < 0 || amount.isZero()) {
            return Yuan.ZERO;
        }
        AppliedLimits anew = limits.get();
        CoveredAward award = null;
        for (JudgedClaim claim : judged) {
            for (Judged other : claim.items()) {
                boolean same =
                        other.item().item().position() == item.item().item().position();
                if (same && isOwn(subject, claim)) {
                    award = add(anew, claim, other, amount);
                } else {
                    add(anew, claim, other, others.apply(claim, other));
                }
            }
        }
        anew.grant();
        return award == null || award.status() != Status.ELIGIBLE ? Yuan.ZERO : award.granted();
    }

    /** The most that another item can be awarded after a change by which the item is awarded. */
    private Yuan most(JudgedClaim.Subject subject, Judged item, Change change, JudgedClaim claim, Judged other) {
        if (isUntouched(subject, claim, change.pointers())) {
            return other.awarded();
        }
        Facts without = claim.subject().facts().without(change.pointers());
        EvaluableRule rule = other.item().on(without);
        return isOwn(subject, claim)
                        && item.excludes(rule, claim.subject().rules().exclusions())
                ? Yuan.ZERO
                : other.most(rule, change.pointers(), without);
    }

    private static boolean isOwn(JudgedClaim.Subject subject, JudgedClaim claim) {
        return claim.subject().index() == subject.index();
    }

    /** Whether a claim is another one, and no field of the applicant changes. */
    private static boolean isUntouched(JudgedClaim.Subject subject, JudgedClaim claim, Set<String> pointers) {
        return !isOwn(subject, claim) && pointers.stream().noneMatch(pointer -> pointer.startsWith(APPLICANT));
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
