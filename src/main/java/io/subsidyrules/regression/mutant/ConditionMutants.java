package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Conditions of which one is dropped, or is another one: the changes of the tests that it is made of. */
final class ConditionMutants implements Expression.Cases<Stream<Change<Expression>>> {

    private final Condition condition;

    private ConditionMutants(Condition condition) {
        this.condition = condition;
    }

    /** All changes of conditions. */
    static Stream<Change<List<Condition>>> of(List<Condition> conditions) {
        return of(conditions, condition -> true);
    }

    /**
     * The changes of conditions, each of which may be dropped.
     *
     * @param own those that may be changed otherwise
     */
    static Stream<Change<List<Condition>>> of(List<Condition> conditions, Predicate<Condition> own) {
        return Stream.concat(
                written(conditions).mapToObj(i -> dropped(conditions, i)),
                written(conditions)
                        .filter(i -> own.test(conditions.get(i)))
                        .boxed()
                        .flatMap(i ->
                                of(conditions.get(i)).map(change -> change.in(other -> with(conditions, i, other)))));
    }

    /** Nobody wrote that a table has a row. */
    private static IntStream written(List<Condition> conditions) {
        return IntStream.range(0, conditions.size()).filter(i -> !RowConditions.isOne(conditions.get(i)));
    }

    private static Change<List<Condition>> dropped(List<Condition> conditions, int index) {
        List<Condition> fewer = new ArrayList<>(conditions);
        Condition dropped = fewer.remove(index);
        return new Change<>(
                MutantKind.CONDITION, Change.text("condition", dropped.source()), dropped.place(), List.copyOf(fewer));
    }

    private static List<Condition> with(List<Condition> conditions, int index, Condition other) {
        List<Condition> changed = new ArrayList<>(conditions);
        changed.set(index, other);
        return List.copyOf(changed);
    }

    /** The changes of a condition, other than that it is dropped. */
    static Stream<Change<Condition>> of(Condition condition) {
        return condition
                .expression()
                .match(new ConditionMutants(condition))
                .map(change -> change.in(
                        other -> Condition.of(other, condition.source(), condition.title(), condition.place())));
    }

    private Change<Expression> change(MutantKind kind, Text text, Expression made) {
        return new Change<>(kind, text, condition.place(), made);
    }

    private Change<Expression> becomes(MutantKind kind, Expression from, Expression to) {
        return change(kind, Change.text("becomes", Written.of(from), Written.of(to)), to);
    }

    private Change<Expression> turned(String key, Expression made) {
        return change(MutantKind.TEST, Change.text(key, condition.source()), made);
    }

    /** {@code exists} and {@code not} compare how many members there are with one. */
    @Override
    public Stream<Change<Expression>> comparison(Expression.Comparison comparison) {
        boolean ofMembers = comparison.left() instanceof Operand.MemberAggregate
                && comparison.right() instanceof Operand.Literal one
                && one.value().equals(1)
                && (comparison.operator() == Operator.LESS || comparison.operator() == Operator.GREATER_OR_EQUAL);
        return ofMembers
                ? Stream.of(turned("exists", comparison.negated()))
                : ComparisonMutants.of(comparison)
                        .map(change -> becomes(change.kind(), comparison, change.comparison()));
    }

    @Override
    public Stream<Change<Expression>> membership(Expression.Membership membership) {
        return Stream.concat(
                Stream.of(becomes(MutantKind.TEST, membership, membership.negated())),
                LiteralMutants.members(membership).map(other -> becomes(MutantKind.CONSTANT, membership, other)));
    }

    @Override
    public Stream<Change<Expression>> listed(Expression.Listed listed) {
        return Stream.of(becomes(MutantKind.TEST, listed, listed.negated()));
    }

    @Override
    public Stream<Change<Expression>> earlier(Expression.EarlierAward earlier) {
        return Stream.concat(
                Stream.of(turned("exists", earlier.negated())),
                WindowMutants.of(earlier.choice().window(), condition.place())
                        .map(change -> change.told("within", condition.source()))
                        .map(change -> change.in(window -> new Expression.EarlierAward(
                                earlier.choice().in(window), earlier.by(), earlier.what(), earlier.not()))));
    }

    /** The test turned round, and one of a shorter end of the text. */
    @Override
    public Stream<Change<Expression>> text(Expression.TextTest test) {
        Stream<Change<Expression>> turned = Stream.of(becomes(MutantKind.TEST, test, test.negated()));
        if (!(test.property() instanceof TextProperty.Affix affix)) {
            return turned;
        }
        return Stream.concat(
                turned,
                LiteralMutants.shorter(affix)
                        .map(other -> becomes(
                                MutantKind.CONSTANT, test, new Expression.TextTest(test.left(), test.not(), other))));
    }

    /** And for or, a part less, and the changes of each part. */
    @Override
    public Stream<Change<Expression>> junction(Expression.Junction junction) {
        List<Expression> parts = junction.parts();
        Stream<Change<Expression>> swapped = Stream.of(change(
                MutantKind.JUNCTION,
                Change.text("becomesIn", condition.source(), symbol(junction.all()), symbol(!junction.all())),
                new Expression.Junction(!junction.all(), parts)));
        Stream<Change<Expression>> fewer = IntStream.range(0, parts.size()).mapToObj(i -> fewer(junction, i));
        Stream<Change<Expression>> changed = IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> parts.get(i).match(this).map(change -> change.in(other -> with(junction, i, other))));
        return Stream.of(swapped, fewer, changed).flatMap(changes -> changes);
    }

    private static String symbol(boolean all) {
        return all ? "&&" : "||";
    }

    private Change<Expression> fewer(Expression.Junction junction, int index) {
        List<Expression> others = new ArrayList<>(junction.parts());
        Expression dropped = others.remove(index);
        return change(
                MutantKind.CONDITION,
                Change.text("part", condition.source(), Written.of(dropped)),
                others.size() == 1 ? others.get(0) : new Expression.Junction(junction.all(), others));
    }

    private static Expression with(Expression.Junction junction, int index, Expression other) {
        List<Expression> others = new ArrayList<>(junction.parts());
        others.set(index, other);
        return new Expression.Junction(junction.all(), others);
    }
}
