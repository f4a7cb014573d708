package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.TextProperty;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Tests as a rule file writes them, for the sentences of changes. */
final class Written implements Operand.Cases<String>, Expression.Cases<String> {

    private static final Written WRITTEN = new Written();

    private Written() {}

    static String of(Operand operand) {
        return operand.match(WRITTEN);
    }

    static String of(Expression expression) {
        return expression.match(WRITTEN);
    }

    @Override
    public String comparison(Expression.Comparison comparison) {
        return "%s %s %s".formatted(of(comparison.left()), comparison.operator().symbol(), of(comparison.right()));
    }

    @Override
    public String membership(Expression.Membership membership) {
        return "%s %sin ( %s )"
                .formatted(
                        of(membership.left()),
                        not(membership.not()),
                        membership.members().stream().map(this::literal).collect(Collectors.joining(", ")));
    }

    @Override
    public String listed(Expression.Listed listed) {
        return "%s %smemberOf %s"
                .formatted(
                        field(listed.left()), not(listed.not()), listed.list().name());
    }

    @Override
    public String text(Expression.TextTest test) {
        String property = test.property() instanceof TextProperty.Affix affix
                ? "str[%s] \"%s\"".formatted(affix.end().operator(), affix.affix())
                : "matches \"%s\"".formatted(((TextProperty.Form) test.property()).pattern());
        return of(test.left()) + " " + not(test.not()) + property;
    }

    @Override
    public String earlier(Expression.EarlierAward earlier) {
        return (earlier.not() ? "not" : "exists") + " Awards( ... )";
    }

    @Override
    public String junction(Expression.Junction junction) {
        return junction.parts().stream()
                .map(part -> part instanceof Expression.Junction ? "( " + of(part) + " )" : of(part))
                .collect(Collectors.joining(junction.all() ? " && " : " || "));
    }

    private static String not(boolean not) {
        return not ? "not " : "";
    }

    @Override
    public String field(Operand.FieldValue field) {
        return field.field().name();
    }

    @Override
    public String asOf(Operand.AsOf asOf) {
        return "asOf";
    }

    @Override
    public String literal(Operand.Literal literal) {
        if (literal.value() instanceof Constant constant) {
            return constant.enumName() + "." + constant.name();
        }
        if (literal.value() instanceof BigDecimal number) {
            return Change.plain(number);
        }
        return literal.type().isNumber() || literal.value() instanceof Boolean
                ? literal.value().toString()
                : "\"" + literal.value() + "\"";
    }

    @Override
    public String shifted(Operand.Shifted shifted) {
        String unit =
                shifted.unit() == ChronoUnit.YEARS ? "Years" : shifted.unit() == ChronoUnit.MONTHS ? "Months" : "Days";
        return "%s.%s%s( %d )"
                .formatted(
                        field(shifted.date()),
                        shifted.amount() < 0 ? "minus" : "plus",
                        unit,
                        Math.abs(shifted.amount()));
    }

    @Override
    public String year(Operand.Year year) {
        return of(year.date()) + ".year";
    }

    @Override
    public String sum(Operand.WeightedSum sum) {
        String terms = sum.terms().stream()
                .map(term -> (term.factor().compareTo(BigDecimal.ONE) == 0 ? "" : Change.plain(term.factor()) + " * ")
                        + of(term.number()))
                .collect(Collectors.joining(" + "));
        return sum.constant().signum() == 0 ? terms : terms + " + " + Change.plain(sum.constant());
    }

    @Override
    public String aggregate(Operand.MemberAggregate aggregate) {
        return "%s( %s%s )"
                .formatted(
                        aggregate.function().word(),
                        field(aggregate.list()),
                        aggregate.of().map(of -> "." + field(of)).orElse(""));
    }

    @Override
    public String lookup(Operand.Lookup lookup) {
        return "%s( %s )"
                .formatted(
                        lookup.table().head().name(),
                        lookup.keys().stream().map(Written::of).collect(Collectors.joining(", ")));
    }
}
