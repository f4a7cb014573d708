package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in one language which numbers are added up: "1.4 times the output of 2019", "3% of the sum of the sales of 2020
 * and the sales of 2019", "the output of 2020 less the output of 2019".
 */
final class SumWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SumWording.class);

    /** A share with more decimals is said as a factor: "0.123456 times". */
    private static final int DECIMALS_OF_PERCENT = 4;

    private final Language language;
    private final Function<Operand, String> named;

    /** @param named the words for a single number, with its article */
    SumWording(Language language, Function<Operand, String> named) {
        this.language = language;
        this.named = named;
    }

    String of(Operand.WeightedSum sum) {
        return otherYear(sum).orElseGet(() -> commonFactor(sum)
                .map(factor -> times(factor, say("brackets", difference(unmultiplied(sum)))))
                .orElseGet(() -> difference(sum)));
    }

    /**
     * The words for a sum of which an amount is a share or a multiple: "the amount by which the output of 2020 exceeds
     * the output of 2019", since what is below nothing gives nothing.
     */
    String base(Operand.WeightedSum sum) {
        return otherYear(sum).orElseGet(() -> commonFactor(sum)
                .map(factor -> times(factor, excess(unmultiplied(sum))))
                .orElseGet(() -> excess(sum)));
    }

    private String difference(Operand.WeightedSum sum) {
        List<String> added = signed(sum, 1);
        List<String> subtracted = signed(sum, -1);
        if (subtracted.isEmpty()) {
            return joined(added);
        }
        String from = joined(added);
        boolean factorFirst = added.size() == 1 && !isPlain(sum);
        return say("less", factorFirst ? say("bracketsOfFactor", from) : from, joined(subtracted));
    }

    private String excess(Operand.WeightedSum sum) {
        List<String> subtracted = signed(sum, -1);
        String added = joined(signed(sum, 1));
        return subtracted.isEmpty() ? added : say(isMoney(sum) ? "excess" : "excessCount", added, joined(subtracted));
    }

    /** Whether a number is added that has no factor. */
    private static boolean isPlain(Operand.WeightedSum sum) {
        return sum.constant().signum() > 0
                || sum.terms().stream().anyMatch(term -> term.factor().compareTo(BigDecimal.ONE) == 0)
                || sum.terms().stream().allMatch(term -> term.factor().signum() < 0);
    }

    /** The parts of one sign, the constant among them; nothing from which something is subtracted is zero. */
    private List<String> signed(Operand.WeightedSum sum, int sign) {
        List<String> parts = grouped(sum, sign);
        boolean fromNothing = sign > 0 && parts.isEmpty() && sum.constant().signum() <= 0;
        if (fromNothing || sum.constant().signum() == sign) {
            String number =
                    number(sum, fromNothing ? BigDecimal.ZERO : sum.constant().abs());
            parts.add(language == Language.ZH ? parts.size() : 0, number);
        }
        return parts;
    }

    /** The factor of all numbers of a difference; empty where they have several, or none. */
    private static Optional<BigDecimal> commonFactor(Operand.WeightedSum sum) {
        List<BigDecimal> factors = sum.terms().stream()
                .map(term -> term.factor().abs().stripTrailingZeros())
                .distinct()
                .toList();
        boolean difference = sum.terms().stream()
                        .map(term -> term.factor().signum())
                        .distinct()
                        .count()
                > 1;
        return difference && sum.constant().signum() == 0 && factors.size() == 1
                ? Optional.of(factors.get(0)).filter(factor -> factor.compareTo(BigDecimal.ONE) != 0)
                : Optional.empty();
    }

    /** The sum before it is multiplied by the factor of all its numbers. */
    private static Operand.WeightedSum unmultiplied(Operand.WeightedSum sum) {
        return new Operand.WeightedSum(
                sum.terms().stream()
                        .map(term -> new Operand.WeightedSum.Term(
                                BigDecimal.valueOf(term.factor().signum()), term.number()))
                        .toList(),
                BigDecimal.ZERO);
    }

    /** A year so many years before or after another: "the year before that of the evaluation". */
    private Optional<String> otherYear(Operand.WeightedSum sum) {
        Operand.WeightedSum.Term first = sum.terms().get(0);
        boolean year = sum.terms().size() == 1
                && first.number() instanceof Operand.Year
                && first.factor().compareTo(BigDecimal.ONE) == 0
                && sum.constant().stripTrailingZeros().scale() <= 0;
        if (!year) {
            return Optional.empty();
        }
        int shift = sum.constant().intValue();
        String key = shift < 0 ? "yearsBefore" : "yearsAfter";
        return Optional.of(
                Math.abs(shift) == 1
                        ? say(shift < 0 ? "yearBefore" : "yearAfter", named.apply(first.number()))
                        : say(key, Math.abs(shift), named.apply(first.number())));
    }

    /** The terms of one sign, those of one factor together. */
    private List<String> grouped(Operand.WeightedSum sum, int sign) {
        Map<BigDecimal, List<String>> byFactor = new LinkedHashMap<>();
        for (Operand.WeightedSum.Term term : sum.terms()) {
            if (term.factor().signum() == sign) {
                byFactor.computeIfAbsent(term.factor().abs().stripTrailingZeros(), factor -> new ArrayList<>())
                        .add(named.apply(term.number()));
            }
        }
        List<String> plain = new ArrayList<>();
        List<String> multiplied = new ArrayList<>();
        byFactor.forEach((factor, names) -> {
            if (factor.compareTo(BigDecimal.ONE) == 0) {
                plain.addAll(names);
            } else {
                multiplied.add(times(factor, joined(names)));
            }
        });
        // "The sum of 3% of the sales and the costs" could be taken for 3% of both; 销售收入与费用的3%之和 too.
        return Stream.of(language == Language.ZH ? multiplied : plain, language == Language.ZH ? plain : multiplied)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String times(BigDecimal factor, String number) {
        BigDecimal percent = factor.movePointRight(2).stripTrailingZeros();
        boolean share = factor.compareTo(BigDecimal.ONE) < 0 && percent.scale() <= DECIMALS_OF_PERCENT;
        return share ? say("percentOf", percent.toPlainString(), number) : say("times", factor.toPlainString(), number);
    }

    private String joined(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : say("sum", Formats.listed(parts, say("and"), language));
    }

    private String number(Operand.WeightedSum sum, BigDecimal number) {
        boolean money = sum.terms().stream().anyMatch(term -> isMoney(term.number()));
        return money ? Formats.number(number, language) : Formats.plain(number);
    }

    /** Whether an operand is an amount of money. */
    static boolean isMoney(Operand operand) {
        return operand instanceof Operand.WeightedSum sum
                ? sum.terms().stream().anyMatch(term -> isMoney(term.number()))
                : field(operand).filter(Field::isMoney).isPresent();
    }

    /** The unit of an operand's numbers; empty if they are money, or have none. */
    static Optional<NumberUnit> unit(Operand operand) {
        if (operand instanceof Operand.WeightedSum sum) {
            List<Optional<NumberUnit>> units = sum.terms().stream()
                    .map(term -> unit(term.number()))
                    .distinct()
                    .toList();
            return units.size() == 1 ? units.get(0) : Optional.empty();
        }
        if (operand instanceof Operand.Lookup lookup) {
            return lookup.table().head().unit();
        }
        return field(operand).flatMap(Field::unit);
    }

    /** The field whose numbers an operand has: its own, or that of members; empty where it is another number. */
    private static Optional<Field> field(Operand operand) {
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return aggregate.of().map(Operand.FieldValue::field);
        }
        return operand instanceof Operand.FieldValue value ? Optional.of(value.field()) : Optional.empty();
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
