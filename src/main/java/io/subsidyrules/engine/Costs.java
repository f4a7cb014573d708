package io.subsidyrules.engine;

import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.FactType;
import io.subsidyrules.dialect.Rule;
import io.subsidyrules.dialect.ValueType;
import io.subsidyrules.policy.FaultCode;
import io.subsidyrules.policy.Faults;
import io.subsidyrules.policy.Text;
import java.util.List;

/**
 * Bounds what a request can cost, when the rules are read. The cost of a fact is counted in the characters that an answer
 * which explains every item can have for it; a claim of the most expensive type, a thousand times in a request, still
 * gives an answer that a small machine can write, in seconds.
 */
final class Costs {

    private static final int MOST_OF_A_CLAIM = 100_000;

    /** There is one in a request. */
    private static final int MOST_OF_THE_APPLICANT = 2_000_000;

    /** What an answer writes of an item, and of a condition, beside their texts. */
    private static final int FRAME = 200;

    /** A text of the request that is quoted as the value seen. */
    private static final int LONGEST_TEXT = 500;

    /** What an instruction of a pattern costs, tried on each character of a text, in characters written. */
    private static final int INSTRUCTION = 200;

    private final FactType type;

    private Costs(FactType type) {
        this.type = type;
    }

    /** Adds a fault at the rule with which the items on a type become too expensive. */
    static void check(FactType type, List<DecidedItem> items, Faults faults) {
        new Costs(type).check(items, faults);
    }

    private void check(List<DecidedItem> items, Faults faults) {
        int most = type.isClaim() ? MOST_OF_A_CLAIM : MOST_OF_THE_APPLICANT;
        long sum = 0;
        for (DecidedItem item : items) {
            for (JudgedRule judged : item.judged()) {
                sum += FRAME + longer(item.title()) + of(judged);
                if (sum > most) {
                    Rule rule = judged.rule();
                    faults.add(rule.place(), FaultCode.TOO_EXPENSIVE, type.name(), rule.name(), most);
                    return;
                }
            }
        }
    }

    private static long of(JudgedRule judged) {
        return judged.checks().stream().mapToLong(Costs::of).sum();
    }

    private static long of(Check check) {
        Condition condition = check.condition();
        boolean quotesText = condition.reads().stream().limit(1).anyMatch(read -> read.type() == ValueType.TEXT);
        return FRAME
                + condition.source().length()
                + longer(check.text())
                + (quotesText ? LONGEST_TEXT : 0)
                + (long) INSTRUCTION * instructions(condition.expression());
    }

    private static int longer(Text text) {
        return Math.max(text.en().length(), text.zh().length());
    }

    private static int instructions(Expression expression) {
        if (expression instanceof Expression.Matches matches) {
            return matches.pattern().programSize();
        }
        if (expression instanceof Expression.Negation negation) {
            return instructions(negation.of());
        }
        return expression instanceof Expression.Junction junction
                ? junction.parts().stream().mapToInt(Costs::instructions).sum()
                : 0;
    }
}
