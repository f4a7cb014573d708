package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small wrong changes of a condition: {@code exists} for {@code not}, {@code memberOf} for {@code not memberOf} and the
 * other way round, and the time of an earlier award one unit longer or shorter.
 */
final class ConditionMutants implements Expression.Cases<Stream<ConditionMutants.Changed>> {

    private ConditionMutants() {}

    /** An expression with one wrong change. */
    record Changed(String change, Expression expression) {

        Changed within(Function<Expression, Expression> outer) {
            return new Changed(change, outer.apply(expression));
        }
    }

    /**
     * A condition with one wrong change.
     *
     * @param change the change, as the end of a sentence: "exists Awards( ... ): exists and not are swapped"
     */
    record Mutant(String change, Condition condition) {}

    static List<Mutant> of(Condition condition) {
        return condition
                .expression()
                .match(new ConditionMutants())
                .map(changed -> new Mutant(
                        condition.source() + ": " + changed.change(),
                        Condition.of(changed.expression(), condition.source(), condition.title(), condition.place())))
                .toList();
    }

    /** Each list of conditions in which one has a wrong change. */
    static <T> Stream<T> ofAny(List<Condition> conditions, Made<T> made) {
        return IntStream.range(0, conditions.size()).boxed().flatMap(i -> of(conditions.get(i)).stream()
                .map(mutant -> {
                    List<Condition> others = new ArrayList<>(conditions);
                    others.set(i, mutant.condition());
                    return made.of(mutant.change(), others);
                }));
    }

    /** Makes something of a change and the conditions with it. */
    interface Made<T> {
        T of(String change, List<Condition> conditions);
    }

    /** Only {@code exists} and {@code not} compare how many members there are with one. */
    @Override
    public Stream<Changed> comparison(Expression.Comparison comparison) {
        boolean ofMembers = comparison.left() instanceof Operand.MemberAggregate
                && comparison.right() instanceof Operand.Literal one
                && one.value().equals(1)
                && (comparison.operator() == Operator.LESS || comparison.operator() == Operator.GREATER_OR_EQUAL);
        return ofMembers ? Stream.of(new Changed("exists and not are swapped", comparison.negated())) : Stream.of();
    }

    @Override
    public Stream<Changed> membership(Expression.Membership membership) {
        return Stream.of();
    }

    @Override
    public Stream<Changed> listed(Expression.Listed listed) {
        return Stream.of(new Changed("memberOf and not memberOf are swapped", listed.negated()));
    }

    @Override
    public Stream<Changed> earlier(Expression.EarlierAward earlier) {
        return Stream.concat(
                Stream.of(new Changed("exists and not are swapped", earlier.negated())),
                others(earlier.choice().window())
                        .map(other -> new Changed(
                                name(other),
                                new Expression.EarlierAward(
                                        earlier.choice().in(other), earlier.by(), earlier.what(), earlier.not()))));
    }

    /** The times one unit longer and shorter; none for one without an end. */
    static Stream<AwardChoice.Window> others(AwardChoice.Window window) {
        if (window instanceof AwardChoice.Within within) {
            return Stream.of(within.amount() + 1, within.amount() - 1)
                    .filter(amount -> amount > 0)
                    .map(amount -> new AwardChoice.Within(within.unit(), amount, within.included()));
        }
        return window instanceof AwardChoice.InYear year
                ? Stream.of(year.back() + 1, year.back() - 1)
                        .filter(back -> back >= 0)
                        .map(AwardChoice.InYear::new)
                : Stream.of();
    }

    /** The time in words, for the sentence of a mutant. */
    static String name(AwardChoice.Window window) {
        return window instanceof AwardChoice.Within within
                ? "the time is %s %s".formatted(within.amount(), within.unit())
                : "the year is %s before".formatted(((AwardChoice.InYear) window).back());
    }

    @Override
    public Stream<Changed> text(Expression.TextTest test) {
        return Stream.of();
    }

    @Override
    public Stream<Changed> junction(Expression.Junction junction) {
        List<Expression> parts = junction.parts();
        return IntStream.range(0, parts.size()).boxed().flatMap(i -> parts.get(i)
                .match(this)
                .map(changed -> changed.within(other -> {
                    List<Expression> others = new ArrayList<>(parts);
                    others.set(i, other);
                    return new Expression.Junction(junction.all(), others);
                })));
    }
}
