package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.TextProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Other constants, members of lists and ends of texts in the place of those that a test names. */
final class LiteralMutants {

    /** The most constants that are put in the place of one: those that follow it in the enum. */
    static final int CONSTANTS = 3;

    /** The most members that are dropped from a list, half of them from its beginning and half from its end. */
    static final int MEMBERS = 20;

    private LiteralMutants() {}

    /** The constants that follow one, the first ones after the last. */
    static Stream<Operand.Literal> others(Operand operand, Constant constant) {
        return following(operand, constant).limit(CONSTANTS).map(LiteralMutants::literal);
    }

    /** A list with a member less, and one with the constant that follows its last. */
    static Stream<Expression> members(Expression.Membership membership) {
        List<Operand.Literal> members = membership.members();
        int size = members.size();
        Stream<List<Operand.Literal>> fewer = size == 1
                ? Stream.of()
                : IntStream.range(0, size)
                        .filter(i -> i < MEMBERS / 2 || i >= size - MEMBERS / 2)
                        .mapToObj(i -> without(members, i));
        return Stream.concat(fewer, more(membership.left(), members).stream())
                .map(others -> new Expression.Membership(membership.left(), membership.not(), others));
    }

    private static List<Operand.Literal> without(List<Operand.Literal> members, int index) {
        List<Operand.Literal> others = new ArrayList<>(members);
        others.remove(index);
        return others;
    }

    private static List<List<Operand.Literal>> more(Operand left, List<Operand.Literal> members) {
        Set<Object> named = members.stream().map(Operand.Literal::value).collect(Collectors.toSet());
        return members.get(members.size() - 1).value() instanceof Constant last
                ? following(left, last)
                        .filter(constant -> !named.contains(constant))
                        .limit(1)
                        .map(constant -> Stream.concat(members.stream(), Stream.of(literal(constant)))
                                .toList())
                        .toList()
                : List.of();
    }

    private static Stream<Constant> following(Operand operand, Constant constant) {
        List<Constant> all = operand instanceof Operand.FieldValue field
                ? field.field().constants().map(EnumType::constants).orElse(List.of())
                : List.of();
        int at = all.indexOf(constant);
        return IntStream.range(1, all.size()).mapToObj(i -> all.get((at + i) % all.size()));
    }

    private static Operand.Literal literal(Constant constant) {
        return new Operand.Literal(ValueType.CONSTANT, constant);
    }

    /** The end of a text without the character that is farthest from it. */
    static Stream<TextProperty.Affix> shorter(TextProperty.Affix affix) {
        String text = affix.affix();
        if (text.codePointCount(0, text.length()) < 2) {
            return Stream.of();
        }
        return Stream.of(new TextProperty.Affix(
                affix.end(),
                affix.end() == TextProperty.End.START
                        ? text.substring(0, text.offsetByCodePoints(text.length(), -1))
                        : text.substring(text.offsetByCodePoints(0, 1))));
    }
}
