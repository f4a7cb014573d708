package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says a single comparison in one language. */
final class ComparisonWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ComparisonWording.class);

    private final Language language;
    private final SumWording sums;
    private final MemberWording members;
    private final LookupWording lookups;

    /** @param words those of the conditions on members of a list */
    ComparisonWording(Language language, Function<Expression, String> words) {
        this.language = language;
        this.members = new MemberWording(language, words);
        this.sums = new SumWording(language, this::named);
        this.lookups = new LookupWording(language, this::named);
    }

    String comparison(Expression.Comparison comparison) {
        Operator operator = comparison.operator();
        Operand left = unshifted(comparison.left());
        Operand right = unshifted(comparison.right());
        if (left instanceof Operand.Literal || (left instanceof Operand.AsOf && !(right instanceof Operand.Literal))) {
            return compared(right, operator.mirrored(), left);
        }
        return compared(left, operator, right);
    }

    String membership(Expression.Membership membership) {
        boolean not = membership.not();
        Operand left = unshifted(membership.left());
        List<Operand.Literal> members = membership.members().stream().distinct().toList();
        if (members.size() == 1) {
            return compared(left, not ? Operator.NOT_EQUAL : Operator.EQUAL, members.get(0));
        }
        if (left.type() == ValueType.BOOLEAN) {
            String yes = title(left);
            String no = negation(yes);
            return not
                    ? pick("neither %s nor %s", "既非“%s”，也非“%s”").formatted(yes, no)
                    : pick("%s or %s", "%s或%s").formatted(yes, no);
        }
        List<String> values =
                members.stream().map(member -> inList(left, member)).toList();
        return named(left) + (not ? noneOf(values) : pick(" is ", "为") + listed(values, pick(" or ", "或")));
    }

    /** @throws IllegalArgumentException if it asks for a pattern */
    String text(Expression.TextTest test) {
        return test.property().match(new TextProperty.Cases<>() {
            @Override
            public String affix(TextProperty.Affix affix) {
                return named(test.left()) + affixed(affix, test.not());
            }

            @Override
            public String form(TextProperty.Form form) {
                throw new IllegalArgumentException("A pattern is not plain words: %s.".formatted(test));
            }
        });
    }

    String listed(Expression.Listed listed) {
        return TEXTS.text(
                listed.not() ? "notInList" : "inList",
                language,
                named(listed.left()),
                LookupWording.title(listed.list(), language));
    }

    private String affixed(TextProperty.Affix affix, boolean not) {
        String form =
                switch (affix.end()) {
                    case START -> not ? pick(" does not begin with %s", "不以%s开头") : pick(" begins with %s", "以%s开头");
                    case END -> not ? pick(" does not end with %s", "不以%s结尾") : pick(" ends with %s", "以%s结尾");
                };
        return form.formatted(quoted(affix.affix()));
    }

    private String compared(Operand left, Operator operator, Operand right) {
        Optional<String> quantified = members.quantified(left, operator, right);
        if (quantified.isPresent()) {
            return quantified.get();
        }
        if (right instanceof Operand.Literal literal) {
            if (literal.type() == ValueType.BOOLEAN) {
                boolean yes = literal.value().equals(true) == (operator == Operator.EQUAL);
                return yes ? title(left) : negation(title(left));
            }
            return named(left) + verb(operator, left.type()) + literal(left, literal);
        }
        if (left instanceof Operand.Shifted shifted && right instanceof Operand.AsOf) {
            return sinceThen(shifted, operator.mirrored());
        }
        if (left.type() == ValueType.BOOLEAN) {
            return booleans(left, operator, right);
        }
        boolean alike = title(left).equals(title(right)) && !left.equals(right);
        String one = alike ? owned(left) : named(left);
        String other = alike ? owned(right) : named(right);
        if (left.isComputed() || right.isComputed()) {
            return one + verb(operator, left.type()) + other;
        }
        return switch (operator) {
            case EQUAL -> pick("%s is the same as %s", "%s与%s相同").formatted(one, other);
            case NOT_EQUAL -> pick("%s is not the same as %s", "%s与%s不同").formatted(one, other);
            default -> one + verb(operator, left.type()) + other;
        };
    }

    /** The time between the date and the day of the evaluation. */
    private String sinceThen(Operand.Shifted shifted, Operator operator) {
        String form =
                switch (operator) {
                    case LESS -> pick("less than %s since %s", "距%2$s不满%1$s");
                    case LESS_OR_EQUAL -> pick("at most %s since %s", "距%2$s不超过%1$s");
                    case GREATER -> pick("more than %s since %s", "距%2$s超过%1$s");
                    case GREATER_OR_EQUAL -> pick("at least %s since %s", "距%2$s已满%1$s");
                    case EQUAL -> pick("exactly %s since %s", "距%2$s恰好%1$s");
                    case NOT_EQUAL -> pick("not exactly %s since %s", "距%2$s并非恰好%1$s");
                };
        return form.formatted(Formats.span(shifted.amount(), shifted.unit(), language), named(shifted.date()));
    }

    private String booleans(Operand left, Operator operator, Operand right) {
        return pick(
                        operator == Operator.EQUAL
                                ? "both or neither of these: %s; %s"
                                : "exactly one of these: %s; %s",
                        operator == Operator.EQUAL ? "“%s”与“%s”同为是或同为否" : "“%s”与“%s”一是一否")
                .formatted(title(left), title(right));
    }

    private String verb(Operator operator, ValueType type) {
        boolean date = type == ValueType.DATE;
        boolean number = type == ValueType.INTEGER || type == ValueType.DECIMAL;
        return switch (operator) {
            case EQUAL -> pick(" is ", "为");
            case NOT_EQUAL -> pick(" is not ", number ? "不为" : "不是");
            case LESS -> date ? pick(" is before ", "早于") : pick(" is less than ", "小于");
            case LESS_OR_EQUAL -> date ? pick(" is not after ", "不晚于") : pick(" is at most ", "不超过");
            case GREATER -> date ? pick(" is after ", "晚于") : pick(" is more than ", "大于");
            case GREATER_OR_EQUAL -> date ? pick(" is not before ", "不早于") : pick(" is at least ", "不少于");
        };
    }

    private String noneOf(List<String> values) {
        if (values.size() == 2) {
            return pick(" is neither %s nor %s", "既不是%s，也不是%s").formatted(values.toArray());
        }
        return pick(" is none of %s", "不是%s中的任何一个").formatted(listed(values, pick(" and ", "、")));
    }

    private String listed(List<String> values, String last) {
        return Formats.listed(values, last, language);
    }

    /** A constant is quoted if its title could be taken for several of the list. */
    private String inList(Operand comparedWith, Operand.Literal member) {
        String value = literal(comparedWith, member);
        boolean several = member.type() == ValueType.CONSTANT
                && (value.contains("、") || value.contains(",") || value.contains(" or "));
        return several ? quoted(value) : value;
    }

    private String negation(String title) {
        return Negation.of(title, language);
    }

    private String owned(Operand operand) {
        if (!(operand instanceof Operand.FieldValue field)) {
            return named(operand);
        }
        FactType of = field.of();
        if (of.isMember()) {
            return TEXTS.text("ofMember", language, title(field), of.title());
        }
        return of.isClaim()
                ? pick("the %s of the claim", "申报事项的%s").formatted(title(field))
                : pick("the %s of the applicant", "申请主体的%s").formatted(title(field));
    }

    /** An operand with its article. */
    String named(Operand operand) {
        return operand instanceof Operand.WeightedSum sum ? sums.of(sum) : pick("the ", "") + title(operand);
    }

    /** A number of which an amount is a multiple, with its article. */
    String base(Operand operand) {
        return operand instanceof Operand.WeightedSum sum ? sums.base(sum) : named(operand);
    }

    /** Money of which an amount is a share, with its article. */
    String base(Operand operand, Currency currency) {
        return operand instanceof Operand.Lookup lookup
                ? pick("the ", "") + lookups.amount(lookup, currency)
                : base(operand);
    }

    /** A percentage that is not the same for all, with its article. */
    String percentage(Operand operand) {
        return operand instanceof Operand.Lookup lookup
                ? pick("the ", "") + lookups.percentage(lookup)
                : named(operand);
    }

    private String title(Operand operand) {
        if (operand instanceof Operand.FieldValue field) {
            return field.field().title().in(language);
        }
        if (operand instanceof Operand.Year year) {
            return year.date() instanceof Operand.AsOf
                    ? TEXTS.text("yearOfEvaluation", language)
                    : TEXTS.text("yearOf", language, title(year.date()));
        }
        if (operand instanceof Operand.WeightedSum sum) {
            return sums.of(sum);
        }
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return members.title(aggregate);
        }
        if (operand instanceof Operand.Lookup lookup) {
            return lookups.title(lookup);
        }
        if (operand instanceof Operand.Shifted shifted) {
            boolean next = shifted.amount() == 1 && shifted.unit() == ChronoUnit.DAYS;
            return pick(next ? "day after the %2$s" : "day %1$s after the %2$s", next ? "%2$s次日" : "%2$s%1$s后的日期")
                    .formatted(Formats.span(shifted.amount(), shifted.unit(), language), title(shifted.date()));
        }
        return pick("date of the evaluation", "评估日期");
    }

    /** A number is grouped where it is compared with an amount, and has the unit of what it is compared with. */
    private String literal(Operand comparedWith, Operand.Literal literal) {
        Object value = literal.value();
        if (value instanceof String text) {
            return quoted(text);
        }
        if (literal.type() == ValueType.INTEGER || literal.type() == ValueType.DECIMAL) {
            BigDecimal number = new BigDecimal(value.toString());
            Optional<NumberUnit> unit = SumWording.unit(comparedWith);
            return unit.map(known -> known.with(Formats.grouped(number), language))
                    .orElseGet(() -> SumWording.isMoney(comparedWith)
                            ? Formats.number(number, language)
                            : number.stripTrailingZeros().toPlainString());
        }
        return Formats.value(value, language);
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }

    /** A date no time later is the date itself. */
    private static Operand unshifted(Operand operand) {
        return operand instanceof Operand.Shifted shifted && shifted.amount() == 0 ? shifted.date() : operand;
    }

    private String pick(String en, String zh) {
        return language == Language.ZH ? zh : en;
    }
}
