package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.rule.EvaluableCondition;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;

/**
 * An estimate from above of the time that evaluating a request for a summary takes, by what the rules are made of. The
 * times of the parts are those that the most expensive rules of each kind took ({@code WorstCaseTest}), rounded up.
 *
 * @param ofApplicant in nanoseconds, whatever the claims
 * @param ofClaim of each claim, if all are of the most expensive type
 * @param ofByte of each byte of the body, which may be part of a text that patterns are tried on
 */
public record EvaluationCost(long ofApplicant, long ofClaim, long ofByte) {

    /** Reading it. */
    private static final long BYTE = 10;

    /** Reading it, and comparing it with the others. */
    private static final long CLAIM = 1_000;

    private static final long ITEM = 1_000;

    /** Judging it, and writing what it saw. */
    private static final long CONDITION = 1_250;

    private static final long COMPARISON = 100;

    /** Looking at a row of a table, or at a combination of rows. */
    private static final long ROW = 400;

    /** Looking for the most of an amount in a part that a row of a table makes, while a key is unknown. */
    private static final long PART = 200;

    /** Comparing a member of a list, which has ten bytes at least, by each of them. */
    private static final long MEMBER = 20;

    /** Applying a limit to an item that it covers. */
    private static final long LIMIT = 10_000;

    /** Trying an instruction of a pattern on a character. */
    private static final long INSTRUCTION = 30;

    /** Writing a character of a text that a condition saw. */
    private static final long SEEN = 10;

    static EvaluationCost of(Vocabulary vocabulary, CompiledRules rules) {
        long claim = 0;
        long bytes = 0;
        for (FactType type : vocabulary.claims()) {
            claim = Math.max(claim, ofFact(type, rules));
            bytes = Math.max(bytes, ofText(type, rules));
        }
        return new EvaluationCost(
                ofFact(vocabulary.applicant(), rules),
                CLAIM + claim,
                BYTE + bytes + ofText(vocabulary.applicant(), rules));
    }

    /** The nanoseconds for a body of so many bytes and claims. */
    public long nanos(int bytes, int claims) {
        return ofApplicant + ofClaim * claims + ofByte * bytes;
    }

    private static long ofFact(FactType type, CompiledRules rules) {
        long sum = 0;
        for (EvaluableItem item : rules.on(type).items()) {
            sum += ITEM + LIMIT * rules.limits().covering(item.item());
            for (EvaluableRule rule : item.rules()) {
                sum += rule.checks().stream().mapToLong(EvaluationCost::of).sum();
                sum += rule.rule().amount().map(AnswerCost::parts).orElse(0L) * PART;
            }
        }
        return sum;
    }

    private static long of(EvaluableCondition check) {
        Expression expression = check.condition().expression();
        return CONDITION + COMPARISON * expression.size() + ROW * AnswerCost.cases(expression);
    }

    private static long ofText(FactType type, CompiledRules rules) {
        return rules.on(type).items().stream()
                .flatMap(item -> item.rules().stream())
                .flatMap(rule -> rule.checks().stream())
                .mapToLong(check -> ofText(check.condition()))
                .sum();
    }

    private static long ofText(Condition condition) {
        long texts = condition.reads().stream()
                .filter(read -> read.field().type() == ValueType.TEXT)
                .count();
        return SEEN * texts
                + INSTRUCTION * AnswerCost.instructions(condition.expression())
                + MEMBER * condition.memberWeight();
    }
}
