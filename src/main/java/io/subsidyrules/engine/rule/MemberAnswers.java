package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import java.util.List;
import java.util.Optional;

/** Says of each member of a list whether it is counted, and what it fails by. */
final class MemberAnswers {

    private MemberAnswers() {}

    /** The members of the list in its order; none where nothing is told of them. */
    static List<ConditionAnswer.MemberAnswer> of(Operand.MemberAggregate aggregate, Facts facts) {
        return facts.members(aggregate.list()).stream()
                .map(member -> new ConditionAnswer.MemberAnswer(
                        member.pointer(),
                        facts.truth(aggregate.where(), member),
                        failed(aggregate, member, facts),
                        aggregate.of().flatMap(of -> Optional.ofNullable(member.value(of.field())))))
                .toList();
    }

    private static List<String> failed(Operand.MemberAggregate aggregate, Fact member, Facts facts) {
        return aggregate.conditions().stream()
                .filter(condition -> facts.truth(condition.expression(), member) == Truth.FALSE)
                .map(Condition::source)
                .toList();
    }
}
