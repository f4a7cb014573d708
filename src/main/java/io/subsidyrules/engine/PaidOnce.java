package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.project.EarlierAward;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The consequence for the items of a claim of paying a project once.
 *
 * @param best the best that an item of the claim can be
 * @param condition the condition in an explanation; empty if nothing is in the way
 * @param unknown the unknown fields without which earlier awards cannot be looked for, by their pointers
 */
record PaidOnce(Status best, Optional<ConditionAnswer> condition, Map<String, Field> unknown) {

    /** Nothing is in the way, or earlier awards were not looked for. */
    static final PaidOnce NOT_YET = new PaidOnce(Status.ELIGIBLE, Optional.empty(), Map.of());

    private static final String CONDITION = "paid";
    private static final String REPEAT = "repeat";

    /** The condition for the claim at that index, given all earlier awards. */
    static PaidOnce of(Request request, int index, EarlierAwards awards) {
        Optional<EarlierAward> award = awards.of(index);
        if (award.isPresent()) {
            return paid(request.claims().get(index), award.get());
        }
        Map<String, Field> unknown = request.claimedProject(index).unknown();
        return unknown.isEmpty() ? NOT_YET : unknown(unknown);
    }

    /** The claim's project looks like that of an earlier claim of the request: a person decides. */
    static PaidOnce lookAlike(Claim claim, Claim earlier) {
        return of(
                Truth.TRUE,
                seen(claim, REPEAT, Wording.looksLike(earlier.id()), Optional.of(earlier.id()), Optional.empty()));
    }

    /** To the same applicant nothing more is paid; whether another project or applicant is paid, a person decides. */
    private static PaidOnce paid(Claim claim, EarlierAward award) {
        boolean refused = award.sameApplicant() && !award.lookAlike();
        return of(
                refused ? Truth.FALSE : Truth.TRUE,
                seen(claim, CONDITION, Wording.paid(award), Optional.empty(), Optional.of(award.decision())));
    }

    private static PaidOnce of(Truth truth, Observation seen) {
        return new PaidOnce(
                truth == Truth.FALSE ? Status.NOT_ELIGIBLE : Status.REFERRED,
                Optional.of(ConditionAnswer.of(truth, seen, List.of(), Optional.empty())),
                Map.of());
    }

    private static Observation seen(
            Claim claim, String condition, Text text, Optional<String> repeats, Optional<String> decision) {
        List<Field> keys = claim.fact().type().keys();
        String pointer =
                keys.isEmpty() ? claim.fact().pointer() + "/id" : claim.fact().pointerOf(keys.get(0));
        Optional<Object> actual = keys.isEmpty()
                ? Optional.of(claim.id())
                : Optional.ofNullable(claim.fact().value(keys.get(0)));
        return new Observation(pointer, condition, text, actual, repeats, decision, Optional.empty());
    }

    private static PaidOnce unknown(Map<String, Field> unknown) {
        List<String> pointers = List.copyOf(unknown.keySet());
        Observation seen = Observation.of(pointers.get(0), CONDITION, Wording.projectKnown(), Optional.empty());
        List<ConditionAnswer.Seen> others = pointers.stream()
                .skip(1)
                .map(pointer -> new ConditionAnswer.Seen(pointer, Optional.empty()))
                .toList();
        return new PaidOnce(
                Status.UNDETERMINED,
                Optional.of(ConditionAnswer.of(Truth.UNKNOWN, seen, others, Optional.empty())),
                unknown);
    }

    /** The status of an item, given its status by the rule alone. */
    Status status(Status byItsRule) {
        return byItsRule.worst(best);
    }

    /** The failed condition, if it failed. */
    Optional<Observation> failed() {
        return condition.filter(answer -> answer.truth() == Truth.FALSE).map(ConditionAnswer::seen);
    }
}
