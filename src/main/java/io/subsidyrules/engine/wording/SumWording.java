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
        Optional<String> otherYear = otherYear(sum);
        if (otherYear.isPresent()) {
            return otherYear.get();
        }
        List<String> added = grouped(sum, 1);
        List<String> subtracted = grouped(sum, -1);
        if (sum.constant().signum() != 0 || added.isEmpty()) {
            String constant = number(sum, sum.constant().abs());
            (sum.constant().signum() < 0 ? subtracted : added).add(constant);
        }
        return added.isEmpty()
                ? say("less", number(sum, BigDecimal.ZERO), joined(subtracted))
                : subtracted.isEmpty() ? joined(added) : say("less", joined(added), joined(subtracted));
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
        List<String> words = new ArrayList<>();
        byFactor.forEach((factor, names) -> {
            if (factor.compareTo(BigDecimal.ONE) == 0) {
                words.addAll(names);
            } else {
                words.add(times(factor, joined(names)));
            }
        });
        return words;
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
