package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.operand.FieldTypes;
import io.subsidyrules.dialect.operand.OperandBinder;
import io.subsidyrules.dialect.source.Limits;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.syntax.SyntaxException;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up the names of a condition and checks its types. A part with a fault is left out, and the others are looked
 * at.
 */
final class ExpressionBinder {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ExpressionBinder.class);

    private final OperandBinder operands;
    private final PatternPool patterns;
    private final Faults faults;

    ExpressionBinder(OperandBinder operands, PatternPool patterns, Faults faults) {
        this.operands = operands;
        this.patterns = patterns;
        this.faults = faults;
    }

    /** The condition; empty if it has faults, which were added. */
    Optional<Expression> bind(Syntax.Expression expression) {
        if (expression instanceof Syntax.Junction junction) {
            List<Expression> parts = new ArrayList<>();
            junction.parts().forEach(part -> bind(part).ifPresent(parts::add));
            return parts.size() < junction.parts().size()
                    ? Optional.empty()
                    : Optional.of(new Expression.Junction(junction.all(), parts));
        }
        if (expression instanceof Syntax.Negation negation) {
            return bind(negation.of()).map(Expression::negated);
        }
        try {
            return test(expression);
        } catch (SyntaxException fault) {
            fault.addTo(faults);
            return Optional.empty();
        }
    }

    private Optional<Expression> test(Syntax.Expression expression) {
        if (expression instanceof Syntax.Comparison comparison) {
            return comparison(comparison);
        }
        if (expression instanceof Syntax.Membership membership) {
            return membership(membership);
        }
        if (expression instanceof Syntax.ListMembership membership) {
            return operand(membership.left())
                    .map(left -> new Expression.Listed(
                            field(left, membership.left().place()),
                            membership.negated(),
                            operands.list(
                                    membership.list(),
                                    field(left, membership.left().place()))));
        }
        if (expression instanceof Syntax.Affix affix) {
            return operand(affix.left())
                    .map(left -> new Expression.TextTest(
                            text(left, affix.left().place()),
                            false,
                            new TextProperty.Affix(affix.end(), affix.affix().text())));
        }
        Syntax.Matches matches = (Syntax.Matches) expression;
        return operand(matches.left())
                .map(left -> new Expression.TextTest(
                        text(left, matches.left().place()),
                        false,
                        new TextProperty.Form(patterns.of(matches.pattern()))));
    }

    /** The operand; empty where its names have faults, which were added. */
    private Optional<Operand> operand(Syntax.Operand operand) {
        try {
            return Optional.of(operands.operand(operand));
        } catch (SyntaxException fault) {
            fault.addTo(faults);
            return Optional.empty();
        }
    }

    private Optional<Expression> comparison(Syntax.Comparison comparison) {
        Optional<Operand> left = operand(comparison.left());
        Optional<Operand> right = operand(comparison.right());
        return left.isPresent() && right.isPresent()
                ? Optional.of(ofFewFields(
                        comparison(comparison, left.get(), right.get()),
                        comparison.left().place()))
                : Optional.empty();
    }

    private static Expression ofFewFields(Expression expression, Place place) {
        Set<Operand> fields = new HashSet<>();
        expression.forEachField(fields::add);
        if (fields.size() > Limits.TERMS) {
            throw new SyntaxException(place, FaultCode.TOO_MANY, TEXTS.text("fieldsInComparison"), Limits.TERMS);
        }
        return expression;
    }

    private static Expression comparison(Syntax.Comparison comparison, Operand left, Operand right) {
        Operator operator = Operator.of(comparison.operator().text());
        Place place = comparison.operator().place();
        if (left instanceof Operand.Literal && right instanceof Operand.Literal) {
            throw new SyntaxException(place, FaultCode.NO_FIELD_COMPARED, operator.symbol());
        }
        if (left instanceof Operand.Literal text && text.type() == ValueType.TEXT && right.type() == ValueType.DATE) {
            throw new SyntaxException(comparison.left().place(), FaultCode.DATE_FIRST);
        }
        Operand first = left instanceof Operand.Literal
                ? fitted(left, right, comparison.left().place())
                : left;
        Operand second = left instanceof Operand.Literal
                ? right
                : fitted(right, left, comparison.right().place());
        if (!operator.isEquality() && !first.type().isOrdered()) {
            throw new SyntaxException(
                    place,
                    FaultCode.NOT_ORDERED,
                    operator.symbol(),
                    FieldTypes.described(first),
                    ordered(first, operator, second));
        }
        return new Expression.Comparison(first, operator, second);
    }

    private Optional<Expression> membership(Syntax.Membership membership) {
        Optional<Operand> left = operand(membership.left());
        List<Operand.Literal> members = new ArrayList<>();
        boolean whole = true;
        for (Syntax.Operand written : membership.members()) {
            Optional<Operand> member = operand(written);
            whole &= member.isPresent();
            if (left.isPresent() && member.isPresent()) {
                members.add(literal(member.get(), left.get(), written.place()));
            }
        }
        if (left.isPresent() && left.get() instanceof Operand.Literal) {
            throw new SyntaxException(membership.place(), FaultCode.LIST_NOT_OF_VALUES);
        }
        return whole ? left.map(known -> membership(known, membership.negated(), members)) : Optional.empty();
    }

    private static Expression membership(Operand left, boolean negated, List<Operand.Literal> members) {
        Expression.Membership membership = new Expression.Membership(left, negated, members);
        return membership.aggregates().isEmpty() && !left.hasLookup()
                ? membership
                : eachCompared(left, negated, members);
    }

    /**
     * What members come to, or the number of a table, compared with each number of a list: members can still come to
     * several, and where there is no row it is none of them.
     */
    private static Expression eachCompared(Operand left, boolean not, List<Operand.Literal> members) {
        Operator operator = not ? Operator.NOT_EQUAL : Operator.EQUAL;
        List<Expression> parts = new ArrayList<>();
        members.forEach(member -> parts.add(new Expression.Comparison(left, operator, member)));
        return new Expression.Junction(not, parts);
    }

    private static Operand.Literal literal(Operand member, Operand left, Place place) {
        if (fitted(member, left, place) instanceof Operand.Literal literal) {
            return literal;
        }
        throw new SyntaxException(place, FaultCode.LIST_NOT_OF_VALUES);
    }

    private static Operand.FieldValue field(Operand operand, Place place) {
        if (operand instanceof Operand.FieldValue field) {
            return field;
        }
        throw new SyntaxException(place, FaultCode.LIST_OF_FIELD);
    }

    private static Operand text(Operand operand, Place place) {
        if (operand.type() != ValueType.TEXT || operand instanceof Operand.Literal) {
            throw new SyntaxException(place, FaultCode.TEXT_FIELD_NEEDED);
        }
        return operand;
    }

    /** The operand, a literal of it turned into the type of what it is compared with. */
    private static Operand fitted(Operand operand, Operand other, Place place) {
        ValueType wanted = other.type();
        if (operand instanceof Operand.Literal literal) {
            if (literal.type() == ValueType.TEXT && wanted == ValueType.DATE) {
                return new Operand.Literal(
                        ValueType.DATE,
                        OperandBinder.date(new Syntax.Name(literal.value().toString(), place)));
            }
            if (literal.value() instanceof BigDecimal number && other instanceof Operand.FieldValue field) {
                decimals(number, field.field(), place);
            }
            if (literal.value() instanceof BigDecimal number && wanted == ValueType.INTEGER) {
                return wholeIfPossible(number);
            }
        }
        if (wanted == ValueType.CONSTANT && operand instanceof Operand.Literal text && text.type() == ValueType.TEXT) {
            throw new SyntaxException(
                    place,
                    FaultCode.CONSTANT_IN_QUOTES,
                    meant(other, text.value().toString()));
        }
        boolean sameEnum = !(wanted == ValueType.CONSTANT && operand.type() == ValueType.CONSTANT)
                || FieldTypes.enumOf(operand).equals(FieldTypes.enumOf(other));
        boolean bothNumbers = wanted.isNumber() && operand.type().isNumber();
        if (!sameEnum || (operand.type() != wanted && !bothNumbers)) {
            throw new SyntaxException(
                    place,
                    FaultCode.WRONG_COMPARISON,
                    FieldTypes.described(operand),
                    FieldTypes.described(other),
                    valueOf(wanted));
        }
        return operand;
    }

    /** The remedy for a comparison of order: of constants, the list of those that are probably meant. */
    private static Text ordered(Operand left, Operator operator, Operand right) {
        boolean literalFirst = left instanceof Operand.Literal;
        Operand field = literalFirst ? right : left;
        Operand limit = literalFirst ? left : right;
        if (!(field instanceof Operand.FieldValue value)
                || !(limit instanceof Operand.Literal literal)
                || !(literal.value() instanceof Constant constant)) {
            return TEXTS.text("equality");
        }
        List<Constant> all = value.field().constants().orElseThrow().constants();
        Operator compared = literalFirst ? operator.mirrored() : operator;
        int at = all.indexOf(constant);
        List<String> meant = all.stream()
                .filter(one -> compared.holds(Integer.compare(all.indexOf(one), at)))
                .map(Constant::toString)
                .toList();
        String listed = String.join(", ", meant.isEmpty() ? List.of(constant.toString()) : meant);
        return TEXTS.text(
                "constantsMeant", "%s in ( %s )".formatted(value.field().name(), listed));
    }

    /** Throws a fault where a number has more decimals than the field can have, so that it never equals it. */
    private static void decimals(BigDecimal number, Field field, Place place) {
        int decimals = field.decimals();
        if (field.type().isNumber() && number.stripTrailingZeros().scale() > decimals) {
            throw new SyntaxException(
                    place,
                    FaultCode.DECIMALS_BEYOND_FIELD,
                    number.toPlainString(),
                    field.name(),
                    decimals,
                    number.setScale(decimals, RoundingMode.FLOOR).toPlainString(),
                    number.setScale(decimals, RoundingMode.CEILING).toPlainString());
        }
    }

    private static Operand.Literal wholeIfPossible(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        return whole
                ? new Operand.Literal(ValueType.INTEGER, number.intValueExact())
                : new Operand.Literal(ValueType.DECIMAL, number);
    }

    private static Text valueOf(ValueType type) {
        return switch (type) {
            case TEXT -> TEXTS.text("textInQuotes");
            case INTEGER, DECIMAL -> TEXTS.text("numberWithoutQuotes");
            case BOOLEAN -> TEXTS.text("trueOrFalse");
            case DATE -> TEXTS.text("date");
            case CONSTANT -> TEXTS.text("constant");
            case MEMBERS -> throw new IllegalArgumentException("Nothing is compared with a list of members.");
        };
    }

    private static Text meant(Operand constant, String written) {
        Optional<EnumType> type =
                constant instanceof Operand.FieldValue value ? value.field().constants() : Optional.empty();
        Optional<String> meant = type.flatMap(known -> known.constantMeant(written));
        List<String> possible = meant.map(List::of).or(() -> type.map(EnumType::names)).orElse(List.of("...")).stream()
                .map(name -> FieldTypes.enumOf(constant) + "." + name)
                .toList();
        String listed = String.join(", ", possible);
        return possible.size() == 1
                ? TEXTS.text("write", listed)
                : TEXTS.text("writeOneOf", new Text(listed, listed.replace(", ", "、")));
    }
}
