package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition of a rule with its words, ready to be judged. */
public record EvaluableCondition(Condition condition, Text text) {

    public static EvaluableCondition of(Condition condition) {
        return new EvaluableCondition(condition, Wording.of(condition));
    }

    Truth truth(Facts facts) {
        return facts.truth(condition.expression());
    }

    /** The condition with its truth and all that it saw. */
    ConditionAnswer answer(Facts facts) {
        List<Operand.FieldValue> reads = condition.reads();
        List<ConditionAnswer.Seen> others = List.of();
        if (reads.size() > 1) {
            others = reads.stream()
                    .skip(1)
                    .map(read ->
                            new ConditionAnswer.Seen(facts.pointerOf(read), Optional.ofNullable(facts.value(read))))
                    .toList();
        }
        return new ConditionAnswer(truth(facts), failed(facts), others, Optional.of(condition.place()));
    }

    /** The entry of an answer if the check is false. It names the first field that the check reads, or the date. */
    Observation failed(Facts facts) {
        Operand first = condition.reads().isEmpty()
                ? new Operand.AsOf()
                : condition.reads().get(0);
        return Observation.of(
                facts.pointerOf(first), condition.source(), text, Optional.ofNullable(facts.value(first)));
    }

    /** Adds the unknown fields that it reads, by their pointers. */
    void addMissing(Map<String, Field> missing, Facts facts) {
        condition.reads().forEach(read -> facts.addIfUnknown(read, missing));
    }
}
