package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.engine.wording.LimitSummary;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A request to rules with limits and with conditions on earlier awards, and the awards that are recorded.
 *
 * @param question the request and its ruleset
 * @param withoutLimits the same rules without their limits
 */
public record LimitedRequest(AskedRequest question, Ruleset withoutLimits, List<RecordedAward> recorded) {

    public LimitedRequest {
        recorded = List.copyOf(recorded);
    }

    /** The answer where recorded awards are consulted. */
    public Answer answer(Explain explain) {
        return question.ruleset().evaluate(question.read(), explain, awards());
    }

    /** All recorded awards, and none for the projects of the claims. */
    public EarlierAwards awards() {
        return new EarlierAwards(Map.of(), recorded);
    }

    public List<Limit> limits() {
        return question.ruleset().book().limits();
    }

    /** The same request otherwise. */
    public LimitedRequest with(UnaryOperator<GivenRequest> change) {
        return new LimitedRequest(question.with(change), withoutLimits, recorded);
    }

    /** The same request to the same rules without their limits. */
    public LimitedRequest unlimited() {
        return new LimitedRequest(new AskedRequest(withoutLimits, question.request()), withoutLimits, recorded);
    }

    @Override
    public String toString() {
        return question + "\n" + limits().stream().map(this::described).collect(Collectors.joining("\n"))
                + "\nrecorded: " + recorded;
    }

    private String described(Limit limit) {
        return "limit: %s (%s), where %s"
                .formatted(
                        LimitSummary.of(question.ruleset().book(), limit).en(),
                        limit.awards().items().stream()
                                .map(AwardChoice.Item::id)
                                .toList(),
                        limit.conditions().stream().map(Condition::source).toList());
    }
}
