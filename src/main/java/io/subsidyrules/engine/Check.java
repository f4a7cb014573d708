package io.subsidyrules.engine;

import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Operand;
import io.subsidyrules.policy.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A condition of a rule with its words, ready to be judged. */
record Check(Condition condition, Text text) {

    static Check of(Condition condition) {
        return new Check(condition, Wording.of(condition));
    }

    Truth truth(Fact applicant, Fact claim) {
        return ThreeValued.truth(condition.expression(), applicant, claim);
    }

    /** The condition with its truth and all that it saw. */
    ConditionAnswer answer(Fact applicant, Fact claim) {
        List<Operand.FieldValue> reads = condition.reads();
        List<ConditionAnswer.Seen> others = List.of();
        if (reads.size() > 1) {
            others = reads.stream()
                    .skip(1)
                    .map(read -> {
                        Fact fact = fact(read, applicant, claim);
                        return new ConditionAnswer.Seen(
                                fact.pointerOf(read.field()), Optional.ofNullable(fact.value(read.field())));
                    })
                    .toList();
        }
        return new ConditionAnswer(
                truth(applicant, claim), failed(applicant, claim), others, Optional.of(condition.place()));
    }

    /** The entry of an answer if the check is false. It names the first field that the check reads, or the date. */
    Failed failed(Fact applicant, Fact claim) {
        List<Operand.FieldValue> reads = condition.reads();
        if (reads.isEmpty()) {
            return Failed.of("/asOf", condition.source(), text, Optional.of(applicant.asOf()));
        }
        Fact fact = fact(reads.get(0), applicant, claim);
        Field field = reads.get(0).field();
        return Failed.of(fact.pointerOf(field), condition.source(), text, Optional.ofNullable(fact.value(field)));
    }

    /** Adds the unknown fields that it reads, by their pointers. */
    void addMissing(Map<String, Field> missing, Fact applicant, Fact claim) {
        for (Operand.FieldValue read : condition.reads()) {
            Fact fact = fact(read, applicant, claim);
            fact.addIfUnknown(read.field(), missing);
        }
    }

    private static Fact fact(Operand.FieldValue read, Fact applicant, Fact claim) {
        return read.of().isClaim() ? claim : applicant;
    }
}
