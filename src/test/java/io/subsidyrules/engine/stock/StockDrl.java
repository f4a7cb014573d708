package io.subsidyrules.engine.stock;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints a rule book as DRL for Drools' own compiler: conditions in negation normal form, each comparison guarded
 * against fields that are null, since Drools by itself takes null for a value that differs from all others.
 */
final class StockDrl {

    static final String PACKAGE = "printed";

    private final RuleBook book;

    private StockDrl(RuleBook book) {
        this.book = book;
    }

    static String of(RuleBook book) {
        return new StockDrl(book).print();
    }

    private String print() {
        List<FactType> types = Stream.concat(
                        Stream.of(book.vocabulary().applicant()), book.vocabulary().claims().stream())
                .toList();
        List<EnumType> enums = types.stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(field -> field.constants().stream())
                .distinct()
                .toList();
        List<String> parts = new ArrayList<>(List.of(
                "package " + PACKAGE + ";",
                "import java.math.BigDecimal;",
                "import java.time.LocalDate;",
                "global LocalDate asOf;"));
        enums.forEach(type ->
                parts.add("declare enum %s\n    %s;\nend".formatted(type.name(), String.join(", ", type.names()))));
        types.forEach(type -> parts.add("declare %s\n%s\nend".formatted(type.name(), fields(type))));
        book.rules().forEach(rule -> parts.add(rule(rule)));
        return String.join("\n\n", parts);
    }

    private static String fields(FactType type) {
        return type.fields().stream()
                .map(field -> "    " + field.name() + " : " + type(field))
                .collect(Collectors.joining("\n"));
    }

    private static String type(Field field) {
        return field.constants().map(EnumType::name).orElse(field.type().declared());
    }

    private String rule(Rule rule) {
        String until = rule.period()
                .until()
                .map(date -> "    date-expires \"%s\"\n".formatted(date))
                .orElse("");
        String claim = rule.claim()
                .map(type -> "    $claim : %s( %s )\n".formatted(type.name(), conditions(rule, true)))
                .orElse("");
        return "rule \"%s\"\n    date-effective \"%s\"\n%swhen\n    $applicant : Applicant( %s )\n%sthen\nend"
                .formatted(rule.name(), rule.period().from(), until, conditions(rule, false), claim);
    }

    private static String conditions(Rule rule, boolean onClaim) {
        List<String> conditions = rule.conditions().stream()
                .filter(condition -> condition.readsClaim() == onClaim)
                .map(Condition::expression)
                .map(expression -> expression.match(new Printed(onClaim)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rule.amount().orElse(null) instanceof Amount.Share share
                && share.source().of().isClaim() == onClaim) {
            conditions.add(share.source().field().name() + " != null");
        }
        return String.join(", ", conditions);
    }

    /** Prints each kind of expression; tests are guarded against fields that are null. */
    private record Printed(boolean onClaim) implements Expression.Cases<String> {

        @Override
        public String junction(Expression.Junction junction) {
            return junction.parts().stream()
                    .map(part -> part.match(this))
                    .collect(Collectors.joining(junction.all() ? " && " : " || ", "( ", " )"));
        }

        /** The record is not part of what Drools is given here. */
        @Override
        public String earlier(Expression.EarlierAward earlier) {
            throw new IllegalArgumentException("Earlier awards are no facts of a request.");
        }

        @Override
        public String comparison(Expression.Comparison comparison) {
            if (comparison.hasLookup()) {
                return new PrintedLookup(
                                comparison,
                                part -> part.match(this),
                                key -> name((Operand.FieldValue) key, onClaim) + " == null")
                        .print();
            }
            if (comparison.isComputed()) {
                return guarded(comparison, computed(comparison, onClaim));
            }
            boolean swapped = comparison.left() instanceof Operand.Literal;
            Operator operator = swapped ? comparison.operator().mirrored() : comparison.operator();
            Operand left = swapped ? comparison.right() : comparison.left();
            Operand right = swapped ? comparison.left() : comparison.right();
            return guarded(
                    comparison,
                    operand(left, left.type(), onClaim)
                            + " " + operator.symbol() + " "
                            + operand(right, left.type(), onClaim));
        }

        @Override
        public String membership(Expression.Membership membership) {
            if (membership.left().isComputed()) {
                return members(membership);
            }
            ValueType type = membership.left().type();
            return guarded(
                    membership,
                    "%s %s ( %s )"
                            .formatted(
                                    operand(membership.left(), type, onClaim),
                                    membership.not() ? "not in" : "in",
                                    membership.members().stream()
                                            .map(member -> literal(member, type))
                                            .collect(Collectors.joining(", "))));
        }

        private String members(Expression.Membership membership) {
            Operator operator = membership.not() ? Operator.NOT_EQUAL : Operator.EQUAL;
            return new Expression.Junction(
                            membership.not(),
                            membership.members().stream()
                                    .map(member ->
                                            (Expression) new Expression.Comparison(membership.left(), operator, member))
                                    .toList())
                    .match(this);
        }

        @Override
        public String listed(Expression.Listed listed) {
            ValueType type = listed.left().type();
            return guarded(
                    listed,
                    listed.list().values().stream()
                            .map(value -> "%s %s %s"
                                    .formatted(
                                            operand(listed.left(), type, onClaim),
                                            listed.not() ? "!=" : "==",
                                            printed(value, type)))
                            .collect(Collectors.joining(listed.not() ? " && " : " || ", "( ", " )")));
        }

        private static String printed(Object value, ValueType type) {
            return switch (type) {
                case DATE ->
                    quoted(LocalDate.ofEpochDay(((BigDecimal) value).longValueExact())
                            .toString());
                case INTEGER -> ((BigDecimal) value).toPlainString();
                case DECIMAL -> ((BigDecimal) value).toPlainString() + "B";
                default -> literal(new Operand.Literal(type, value), type);
            };
        }

        @Override
        public String text(Expression.TextTest test) {
            String left = operand(test.left(), ValueType.TEXT, onClaim);
            String has = test.property().match(new TextProperty.Cases<>() {
                @Override
                public String affix(TextProperty.Affix affix) {
                    return left + " str[" + operator(affix.end()) + "] " + quoted(affix.affix());
                }

                @Override
                public String form(TextProperty.Form form) {
                    return left + " matches " + quoted(form.pattern().pattern());
                }
            });
            return guarded(test, test.not() ? "!( " + has + " )" : has);
        }

        private static String operator(TextProperty.End end) {
            return switch (end) {
                case START -> "startsWith";
                case END -> "endsWith";
            };
        }

        private String guarded(Expression test, String printed) {
            StringBuilder guarded = new StringBuilder("( ");
            test.forEachField(field -> guarded.append(name(field, onClaim)).append(" != null && "));
            return guarded.append(printed).append(" )").toString();
        }
    }

    /** Drools would calculate with doubles; the methods of BigDecimal are exact. */
    private static String computed(Expression.Comparison comparison, boolean onClaim) {
        return "%s.compareTo( %s ) %s 0"
                .formatted(
                        decimal(comparison.left(), onClaim),
                        decimal(comparison.right(), onClaim),
                        comparison.operator().symbol());
    }

    private static String decimal(Operand operand, boolean onClaim) {
        if (operand instanceof Operand.Year year) {
            return "BigDecimal.valueOf( " + operand(year.date(), ValueType.DATE, onClaim) + ".getYear() )";
        }
        if (operand instanceof Operand.WeightedSum sum) {
            String added = sum.terms().stream()
                    .map(term -> ".add( %s.multiply( new BigDecimal( \"%s\" ) ) )"
                            .formatted(decimal(term.number(), onClaim), term.factor()))
                    .collect(Collectors.joining());
            return "new BigDecimal( \"%s\" )".formatted(sum.constant()) + added;
        }
        if (operand instanceof Operand.Literal literal) {
            return "new BigDecimal( \"%s\" )".formatted(literal.value());
        }
        String name = name((Operand.FieldValue) operand, onClaim);
        return operand.type() == ValueType.INTEGER ? "BigDecimal.valueOf( " + name + " )" : name;
    }

    private static String operand(Operand operand, ValueType comparedWith, boolean onClaim) {
        if (operand instanceof Operand.FieldValue field) {
            return name(field, onClaim);
        }
        if (operand instanceof Operand.Shifted shifted) {
            return "%s.plus%s( %d )".formatted(name(shifted.date(), onClaim), shifted.unit(), shifted.amount());
        }
        return operand instanceof Operand.Literal literal ? literal(literal, comparedWith) : "asOf";
    }

    private static String name(Operand.FieldValue field, boolean onClaim) {
        return onClaim && !field.of().isClaim()
                ? "$applicant." + field.field().name()
                : field.field().name();
    }

    /** Drools takes a fraction without B for a double, which no fen equals; with B it cannot compare it with an Integer. */
    private static String literal(Operand.Literal literal, ValueType comparedWith) {
        return switch (literal.type()) {
            case MEMBERS -> throw new IllegalArgumentException("No list is a literal.");
            case TEXT, DATE -> quoted(literal.value().toString());
            case DECIMAL ->
                ((BigDecimal) literal.value()).toPlainString() + (comparedWith == ValueType.INTEGER ? "" : "B");
            case INTEGER, BOOLEAN, CONSTANT -> literal.value().toString();
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
