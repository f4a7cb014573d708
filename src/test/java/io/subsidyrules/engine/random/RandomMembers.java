package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.fault.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random numbers that the members of one list come to, and comparisons of them. */
final class RandomMembers {

    private static final Place NOWHERE = Place.startOf("random.drl");
    private static final Operand.Literal ONE = new Operand.Literal(ValueType.INTEGER, 1);
    private static final List<Operand> NUMBERS = Stream.of("0", "1", "2", "3", "900.5", "2000")
            .map(number -> (Operand) new Operand.Literal(ValueType.DECIMAL, new BigDecimal(number)))
            .toList();

    private final Operand.FieldValue list;
    private final FactType member;
    private final List<Operand.FieldValue> ofMember;
    private final List<Operand.FieldValue> numbers;
    private final List<Operand> outside;
    private final List<Operand.FieldValue> inside;

    RandomMembers(Operand.FieldValue list, List<Operand.FieldValue> fields, Vocabulary vocabulary) {
        this.list = list;
        this.member = vocabulary.membersOf(list.field());
        this.ofMember = member.fields().stream()
                .map(field -> new Operand.FieldValue(member, field))
                .toList();
        this.numbers =
                ofMember.stream().filter(field -> field.type().isNumber()).toList();
        this.outside = new ArrayList<>(
                fields.stream().filter(field -> field.type().isNumber()).toList());
        this.inside = Stream.concat(ofMember.stream(), fields.stream())
                .filter(field -> field.type() != ValueType.MEMBERS)
                .toList();
    }

    /** Comparisons with numbers and fields; where a member is needed, there must be one. */
    Arbitrary<Expression> comparisons() {
        return Combinators.combine(
                        aggregates(),
                        Arbitraries.of(Operator.values()),
                        Arbitraries.oneOf(Arbitraries.of(NUMBERS), Arbitraries.of(outside)),
                        Arbitraries.of("1", "0.5", "-2", "0").map(BigDecimal::new))
                .as(RandomMembers::comparison);
    }

    private static Expression comparison(
            Operand.MemberAggregate aggregate, Operator operator, Operand other, BigDecimal factor) {
        Expression compared = new Expression.Comparison(left(aggregate, factor), operator, other);
        boolean needsOne = aggregate.function() == Operand.MemberAggregate.Function.MIN
                || aggregate.function() == Operand.MemberAggregate.Function.MAX;
        return needsOne
                ? new Expression.Junction(
                        true,
                        List.of(new Expression.Comparison(aggregate.count(), Operator.GREATER_OR_EQUAL, ONE), compared))
                : compared;
    }

    /** The number, a sum of it and the count, or the number that a table has for it. */
    private static Operand left(Operand.MemberAggregate aggregate, BigDecimal factor) {
        if (factor.signum() == 0) {
            return RandomTables.by(aggregate);
        }
        return factor.compareTo(BigDecimal.ONE) == 0
                ? aggregate
                : new Operand.WeightedSum(
                        List.of(
                                new Operand.WeightedSum.Term(factor, aggregate),
                                new Operand.WeightedSum.Term(BigDecimal.ONE, aggregate.count())),
                        BigDecimal.ONE);
    }

    private Arbitrary<Operand.MemberAggregate> aggregates() {
        Arbitrary<List<Condition>> conditions = new RandomExpressions(inside)
                .expressions()
                .filter(expression -> !expression.hasPattern())
                .map(expression -> Condition.of(expression, "random", Optional.empty(), NOWHERE))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        conditions, Arbitraries.of(Operand.MemberAggregate.Function.values()), Arbitraries.of(numbers))
                .as((where, function, of) -> new Operand.MemberAggregate(
                        list,
                        member,
                        where,
                        function,
                        function == Operand.MemberAggregate.Function.COUNT ? Optional.empty() : Optional.of(of)));
    }

    /** A count and a sum of all members, and of those for which a test holds, for amounts. */
    List<Operand.MemberAggregate> plain() {
        List<Operand.MemberAggregate> plain = new ArrayList<>();
        for (Operand.FieldValue number : numbers) {
            Condition positive = Condition.of(
                    new Expression.Comparison(number, Operator.GREATER, ONE), "random", Optional.empty(), NOWHERE);
            for (List<Condition> where : List.of(List.<Condition>of(), List.of(positive))) {
                plain.add(new Operand.MemberAggregate(
                        list, member, where, Operand.MemberAggregate.Function.COUNT, Optional.empty()));
                plain.add(new Operand.MemberAggregate(
                        list, member, where, Operand.MemberAggregate.Function.SUM, Optional.of(number)));
            }
        }
        return plain;
    }
}
