package io.subsidyrules.engine;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.TextPattern;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.fact.LookupCases;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.limit.Limits;
import io.subsidyrules.engine.rule.EvaluableCondition;
import io.subsidyrules.engine.rule.EvaluableItem;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds what a request can cost, when the rules are read. The cost of a fact is counted in the characters that an
 * answer which explains every item can have for it; a claim of the most expensive type, a thousand times in a request,
 * still gives an answer that a small machine can write, in seconds.
 */
final class AnswerCost {

    private static final int MOST_OF_A_CLAIM = 150_000;

    /** There is one in a request. */
    private static final int MOST_OF_THE_APPLICANT = 3_000_000;

    /** The characters that an answer writes for an item beside its title. */
    private static final int ITEM = 200;

    /** The characters that it writes for a condition beside its texts and the value seen. */
    private static final int CONDITION = 100;

    /** The characters that it writes for a value that a condition saw, beside the value. */
    private static final int VALUE = 50;

    /** The characters that it writes for a field that would have to change, beside its title and its values. */
    private static final int NEW_FACT = 250;

    /** The factor by which a request can have fewer claims where changes are asked for. */
    private static final int FEWER_CLAIMS = 10;

    /** The cost of an instruction of a pattern, tried on each character of a text, in characters written. */
    private static final int INSTRUCTION = 200;

    /** The cost of looking at a row of a table, wherever a rule reads it, in characters written. */
    private static final int ROW = 20;

    /** The cost of looking for the most of an amount in each of the parts that a row of a table makes. */
    private static final int PART = 45;

    /** The cost of a comparison in solving for a field. */
    private static final int SOLVED = 10;

    /** The characters that it writes for a limit and those who use it, as a condition and in the calculation. */
    private static final int LIMIT = 1_000;

    /** The characters that it writes for a member of a list, beside the conditions that it fails. */
    private static final int MEMBER = 80;

    /** The members that a thousand claims can have, one with another. */
    private static final int MEMBERS_OF_EACH = 10;

    private final FactType type;
    private final Limits limits;

    private AnswerCost(FactType type, Limits limits) {
        this.type = type;
        this.limits = limits;
    }

    /** Adds a fault at the rule with which the items on a type become too expensive. */
    static void check(FactType type, List<EvaluableItem> items, Limits limits, Faults faults) {
        new AnswerCost(type, limits).check(items, faults);
    }

    private void check(List<EvaluableItem> items, Faults faults) {
        int most = type.isClaim() ? MOST_OF_A_CLAIM : MOST_OF_THE_APPLICANT;
        long sum = 0;
        for (EvaluableItem item : items) {
            // An answer explains the one rule of an item that is in force; changes can be those of any.
            sum += ITEM
                    + longer(item.item().title())
                    + (long) LIMIT * limits.covering(item.item())
                    + item.rules().stream().mapToLong(AnswerCost::checks).max().orElse(0)
                    + item.rules().stream().mapToLong(AnswerCost::changes).max().orElse(0) / FEWER_CLAIMS;
            if (sum > most) {
                Rule rule = item.item().rules().get(0);
                faults.add(rule.place(), FaultCode.TOO_EXPENSIVE, type.name(), rule.name(), most);
                return;
            }
        }
    }

    private static long checks(EvaluableRule judged) {
        return judged.checks().stream().mapToLong(AnswerCost::of).sum()
                + judged.shownAggregates().stream().mapToLong(AnswerCost::of).sum()
                + ReadTables.of(judged.rule()).stream()
                        .mapToLong(AnswerCost::of)
                        .sum()
                + judged.rule().amount().map(AnswerCost::parts).orElse(0L);
    }

    /** Where a field comes twice in an amount, its rows are tried one by one while it is unknown. */
    static long parts(Amount amount) {
        if (!(amount instanceof Amount.Composed composed)) {
            return 0;
        }
        Set<Operand> seen = new HashSet<>();
        Set<Operand> twice = new HashSet<>();
        composed.formula().forEachSource(source -> {
            if (!seen.add(source)) {
                twice.add(source);
            }
        });
        return ReadTables.of(composed.formula()).stream()
                .mapToLong(lookup ->
                        (Variables.of(lookup).stream().anyMatch(twice::contains) ? PART : ROW) * (long) lookup.rows())
                .sum();
    }

    /** Each member is written once, with the conditions that it can fail. */
    private static long of(Operand.MemberAggregate aggregate) {
        int failed = aggregate.conditions().stream()
                .mapToInt(condition -> condition.source().length() + 3)
                .sum();
        long rows = aggregate.conditions().stream()
                .mapToLong(condition -> cases(condition.expression()))
                .sum();
        int most = aggregate.list().field().mostMembers();
        return (long) (MEMBER + failed) * most + ROW * rows * Math.min(most, MEMBERS_OF_EACH);
    }

    /** The words of the row that counts. */
    private static long of(Operand.Lookup lookup) {
        return (long) NEW_FACT * lookup.keys().size();
    }

    /**
     * The cost of the changes that can be suggested: one if each part has one variable, else up to three; each of all
     * variables.
     */
    private static long changes(EvaluableRule judged) {
        boolean alone =
                judged.goal().parts().stream().allMatch(part -> part.variables().size() == 1);
        long all = judged.goal().parts().stream()
                .flatMap(part -> part.variables().stream())
                .mapToLong(AnswerCost::of)
                .sum();
        long solving = judged.goal().parts().stream()
                .mapToLong(part -> part.variables().size()
                        * part.expressions().stream()
                                .mapToLong(expression -> expression.solvingWeight() - expression.size())
                                .sum())
                .sum();
        return (alone ? all : 3 * all) + SOLVED * solving;
    }

    private static long of(Operand variable) {
        if (!(variable instanceof Operand.FieldValue value)) {
            return NEW_FACT;
        }
        Field field = value.field();
        long constants = field.constants().stream()
                .flatMap(type -> type.constants().stream())
                .mapToLong(constant -> constant.name().length() + longer(constant.title()) + 8)
                .sum();
        return NEW_FACT + longer(field.title()) + constants + 3L * longest(field);
    }

    /** A false condition is written twice: among those that failed, and among all. */
    private static long of(EvaluableCondition check) {
        Condition condition = check.condition();
        int values = condition.reads().stream()
                .mapToInt(read -> VALUE + longest(read.field()))
                .sum();
        int words = CONDITION + condition.source().length() + longer(check.text());
        return 2L * words
                + 2L * values
                + condition.place().file().length()
                + (long) ROW * cases(condition.expression())
                + (long) INSTRUCTION * instructions(condition.expression());
    }

    /** The rows that a condition looks through, and the numbers of several tables that an equality tries. */
    static long cases(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            return junction.parts().stream().mapToLong(AnswerCost::cases).sum();
        }
        if (!(expression instanceof Expression.Comparison comparison)
                || !comparison.operator().isEquality()) {
            return expression instanceof Expression.Comparison other
                    ? other.left().rows() + other.right().rows()
                    : 0;
        }
        long combined = comparison.hasLookup() ? 1 : 0;
        for (Operand.Lookup lookup : ReadTables.of(comparison)) {
            combined = Math.min(LookupCases.MOST, combined * lookup.rows());
        }
        return 2 * combined + comparison.left().rows() + comparison.right().rows();
    }

    /**
     * The longest value that a field can have; a pattern that repeats nothing without end has no longer match than it
     * is.
     */
    private static int longest(Field field) {
        boolean endless = field.pattern()
                .map(TextPattern::pattern)
                .filter(AnswerCost::isBounded)
                .isEmpty();
        int most = endless ? Field.LONGEST_TEXT : field.pattern().orElseThrow().programSize();
        return field.type() == ValueType.TEXT ? Math.min(Field.LONGEST_TEXT, most) : 0;
    }

    private static boolean isBounded(String pattern) {
        return !pattern.contains("*") && !pattern.contains("+") && !pattern.contains(",}");
    }

    private static int longer(Text text) {
        return Math.max(text.en().length(), text.zh().length());
    }

    /** The instructions of its patterns. */
    static int instructions(Expression expression) {
        return expression.match(PATTERNS);
    }

    private static final Expression.Cases<Integer> PATTERNS = new Expression.Cases<>() {
        @Override
        public Integer comparison(Expression.Comparison comparison) {
            return 0;
        }

        @Override
        public Integer membership(Expression.Membership membership) {
            return 0;
        }

        @Override
        public Integer listed(Expression.Listed listed) {
            return 0;
        }

        @Override
        public Integer text(Expression.TextTest test) {
            return test.property() instanceof TextProperty.Form form
                    ? form.pattern().programSize()
                    : 0;
        }

        @Override
        public Integer junction(Expression.Junction junction) {
            return junction.parts().stream().mapToInt(part -> part.match(this)).sum();
        }

        @Override
        public Integer earlier(Expression.EarlierAward earlier) {
            return 0;
        }
    };
}
