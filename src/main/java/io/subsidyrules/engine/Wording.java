package io.subsidyrules.engine;

import io.subsidyrules.dialect.Constant;
import io.subsidyrules.dialect.Expression;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Operand;
import io.subsidyrules.dialect.Operator;
import io.subsidyrules.dialect.Period;
import io.subsidyrules.dialect.ValueType;
import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Says a condition in plain words, built from the vocabulary's titles and the operators. */
public final class Wording {

    private final Language language;

    private Wording(Language language) {
        this.language = language;
    }

    /** What must hold, as a clause without a full stop. */
    public static Text of(Expression expression) {
        return new Text(
                new Wording(Language.EN).words(expression, false), new Wording(Language.ZH).words(expression, false));
    }

    static Text of(Period period) {
        String en = "in force from " + period.from()
                + period.until().map(until -> " until the day before " + until).orElse("");
        String zh = "自" + chinese(period.from()) + "起施行"
                + period.until().map(until -> "，" + chinese(until) + "起失效").orElse("");
        return new Text(en, zh);
    }

    static Text known(Field field) {
        return new Text(
                "the %s is known".formatted(field.title().en()),
                "%s已知".formatted(field.title().zh()));
    }

    static Text repeatOf(String id) {
        return new Text("the same project is claimed for already, by the claim " + id, "同一项目已由申报事项 " + id + " 申报");
    }

    private String words(Expression expression, boolean negated) {
        if (expression instanceof Expression.Negation negation) {
            return words(negation.of(), !negated);
        }
        if (expression instanceof Expression.Junction junction) {
            boolean all = junction.all() != negated;
            return junction.parts().stream()
                    .map(part -> part instanceof Expression.Junction
                            ? pick("(%s)", "（%s）").formatted(words(part, negated))
                            : words(part, negated))
                    .collect(Collectors.joining(all ? pick(" and ", "，且") : pick(" or ", "，或")));
        }
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(comparison, negated);
        }
        if (expression instanceof Expression.Membership membership) {
            boolean not = membership.negated() != negated;
            String members = membership.members().stream()
                    .map(this::literal)
                    .collect(Collectors.joining(not ? pick(" nor ", "或") : pick(" or ", "或")));
            return named(membership.left()) + (not ? pick(" is neither ", "不为") : pick(" is ", "为")) + members;
        }
        if (expression instanceof Expression.StartsWith startsWith) {
            return named(startsWith.left())
                    + pick(negated ? " does not begin with %s" : " begins with %s", negated ? "不以 %s 开头" : "以 %s 开头")
                            .formatted(startsWith.prefix());
        }
        Expression.Matches matches = (Expression.Matches) expression;
        return named(matches.left())
                + pick(negated ? " does not match %s" : " matches %s", negated ? "不符合格式 %s" : "符合格式 %s")
                        .formatted(matches.pattern().pattern());
    }

    private String comparison(Expression.Comparison comparison, boolean negated) {
        Operator operator = negated ? comparison.operator().negated() : comparison.operator();
        Operand left = comparison.left();
        Operand right = comparison.right();
        if (left instanceof Operand.Literal || (left instanceof Operand.AsOf && !(right instanceof Operand.Literal))) {
            Operand swapped = left;
            left = right;
            right = swapped;
            operator = operator.mirrored();
        }
        if (right instanceof Operand.Literal literal && literal.type() == ValueType.BOOLEAN) {
            boolean yes = literal.value().equals(true) == (operator == Operator.EQUAL);
            return pick("“%s” is %s", "“%s”为%s").formatted(title(left), yes ? pick("yes", "是") : pick("no", "否"));
        }
        String other = right instanceof Operand.Literal literal ? literal(literal) : named(right);
        return named(left) + verb(operator, left.type()) + other;
    }

    private String verb(Operator operator, ValueType type) {
        boolean date = type == ValueType.DATE;
        return switch (operator) {
            case EQUAL -> pick(" is ", "为");
            case NOT_EQUAL -> pick(" is not ", "不为");
            case LESS -> date ? pick(" is before ", "早于") : pick(" is less than ", "小于");
            case LESS_OR_EQUAL -> date ? pick(" is not after ", "不晚于") : pick(" is at most ", "不超过");
            case GREATER -> date ? pick(" is after ", "晚于") : pick(" is more than ", "大于");
            case GREATER_OR_EQUAL -> date ? pick(" is not before ", "不早于") : pick(" is at least ", "不少于");
        };
    }

    private String named(Operand operand) {
        return pick("the ", "") + title(operand);
    }

    private String title(Operand operand) {
        if (operand instanceof Operand.FieldValue field) {
            return field.field().title().in(language);
        }
        if (operand instanceof Operand.Shifted shifted) {
            return pick("%s plus %s", "%s加%s").formatted(title(shifted.date()), span(shifted));
        }
        return operand instanceof Operand.Literal literal ? literal(literal) : pick("date of the evaluation", "评估日期");
    }

    private String span(Operand.Shifted shifted) {
        int amount = shifted.amount();
        List<String> units = List.of(pick("year", "年"), pick("month", "个月"), pick("day", "天"));
        String unit = units.get(
                List.of(ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS).indexOf(shifted.unit()));
        return pick(amount + " " + unit + (amount == 1 ? "" : "s"), amount + unit);
    }

    private String literal(Operand.Literal literal) {
        Object value = literal.value();
        if (value instanceof Constant constant) {
            return constant.title().in(language);
        }
        if (value instanceof LocalDate date) {
            return pick(date.toString(), chinese(date));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String chinese(LocalDate date) {
        return "%s年%s月%s日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private String pick(String en, String zh) {
        return language == Language.EN ? en : zh;
    }
}
