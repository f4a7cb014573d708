package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.RowWording;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condition of a rule with its words, ready to be judged.
 *
 * @param aggregates those of members that it reads
 */
public record EvaluableCondition(Condition condition, List<Operand.MemberAggregate> aggregates, Text text) {

    public EvaluableCondition {
        aggregates = List.copyOf(aggregates);
    }

    public static EvaluableCondition of(Condition condition) {
        return new EvaluableCondition(condition, condition.expression().aggregates(), Wording.of(condition));
    }

    Truth truth(Facts facts) {
        return facts.truth(condition.expression());
    }

    /**
     * The condition with its truth and all that it saw.
     *
     * @param shown the aggregates whose members it shows
     */
    ConditionAnswer answer(Facts facts, List<Operand.MemberAggregate> shown) {
        List<Operand.FieldValue> reads = condition.reads();
        List<ConditionAnswer.Seen> others = List.of();
        if (reads.size() > 1) {
            others = reads.stream()
                    .skip(1)
                    .map(read -> new ConditionAnswer.Seen(facts.pointerOf(read), actual(read, facts)))
                    .toList();
        }
        return new ConditionAnswer(
                truth(facts),
                failed(facts),
                others,
                shown.stream()
                        .flatMap(aggregate -> MemberAnswers.of(aggregate, facts).stream())
                        .toList(),
                Optional.of(condition.place()),
                condition.expression() instanceof Expression.EarlierAward,
                false);
    }

    /** The entry of an answer if the check is false. It names the first field that the check reads, or the date. */
    Observation failed(Facts facts) {
        Operand first = condition.reads().isEmpty()
                ? new Operand.AsOf()
                : condition.reads().get(0);
        return Observation.of(facts.pointerOf(first), condition.source(), text(facts), actual(first, facts));
    }

    /** The value of what it reads; of a list, the first number that its members come to, if they all are known. */
    private Optional<Object> actual(Operand read, Facts facts) {
        if (aggregates.isEmpty()) {
            return Optional.ofNullable(facts.value(read));
        }
        List<Operand.MemberAggregate> ofList = aggregates.stream()
                .filter(aggregate -> aggregate.list().equals(read))
                .toList();
        if (ofList.stream().anyMatch(aggregate -> facts.value(aggregate) == null)) {
            return Optional.empty();
        }
        return Optional.ofNullable(facts.value(ofList.isEmpty() ? read : ofList.get(0)));
    }

    /** The words, with the rows of tables that count. */
    private Text text(Facts facts) {
        return RowWording.rows(condition.expression(), facts::value)
                .map(rows -> new Text(text.en() + " (" + rows.en() + ")", text.zh() + "（" + rows.zh() + "）"))
                .orElse(text);
    }

    /** Adds the unknown fields that it reads, by their pointers. */
    void addMissing(Map<String, Field> missing, Facts facts) {
        if (aggregates.isEmpty()) {
            condition.reads().forEach(read -> facts.addIfUnknown(read, missing));
        } else {
            condition.sources().forEach(source -> facts.addUnknown(source, missing));
        }
    }
}
