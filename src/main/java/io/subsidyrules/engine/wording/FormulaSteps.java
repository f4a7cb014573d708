package io.subsidyrules.engine.wording;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Formula;
import io.subsidyrules.dialect.model.FormulaBounds;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Bounds;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says in one language, step by step, how an amount comes about from known numbers: "75% of 4,000.00 = 3,000.00; 350.00
 * × 8 = 2,800.00; the less: 2,800.00".
 */
final class FormulaSteps implements Formula.Cases<BigDecimal> {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(FormulaSteps.class);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Language language;
    private final Function<Operand, BigDecimal> numbers;
    private final Function<Operand.Lookup, Optional<Table.Row>> rows;
    private final List<String> steps = new ArrayList<>();

    private FormulaSteps(
            Language language,
            Function<Operand, BigDecimal> numbers,
            Function<Operand.Lookup, Optional<Table.Row>> rows) {
        this.language = language;
        this.numbers = numbers;
        this.rows = rows;
    }

    /**
     * The steps of an amount.
     *
     * @param currency of the amount
     * @param numbers the value of each number of the formula, all of which are known
     * @param rows the rows of tables that count
     */
    static String of(
            Formula formula,
            Currency currency,
            Language language,
            Function<Operand, BigDecimal> numbers,
            Function<Operand.Lookup, Optional<Table.Row>> rows) {
        FormulaSteps all = new FormulaSteps(language, numbers, rows);
        BigDecimal exact = formula.match(all);
        BigDecimal paid = exact.setScale(2, RoundingMode.DOWN);
        if (all.steps.isEmpty()) {
            all.steps.add(number(paid));
        }
        if (paid.compareTo(exact) != 0) {
            all.steps.add(all.say(currency.equals(Currency.CNY) ? "roundedDown" : "roundedToDecimals", number(paid)));
        }
        return String.join(all.say("semicolon"), all.steps);
    }

    @Override
    public BigDecimal fixed(Formula.Fixed fixed) {
        return fixed.amount();
    }

    @Override
    public BigDecimal share(Formula.Share share) {
        BigDecimal of = summed(share.of());
        BigDecimal percent = numbers.apply(share.percent());
        lookUp(share.percent(), row -> say("percent", Formats.plain(row)));
        if (percent.compareTo(WHOLE) == 0) {
            return of;
        }
        BigDecimal part = of.multiply(percent).movePointLeft(2);
        steps.add(say("percentIs", Formats.plain(percent), number(of), number(part)));
        return part;
    }

    /** The value of a number; of a sum with its terms. What is below nothing is nothing. */
    private BigDecimal summed(Operand operand) {
        BigDecimal value = numbers.apply(operand);
        lookUp(operand);
        if (operand instanceof Operand.WeightedSum sum) {
            steps.add(say("is", written(sum), number(value)));
        }
        if (value.signum() < 0) {
            steps.add(say("belowNothing"));
        }
        return value.max(BigDecimal.ZERO);
    }

    /** The rows that the tables of an operand have for what is known. */
    private void lookUp(Operand operand) {
        lookUp(operand, FormulaSteps::number);
    }

    /** @param words the words for a number of a table without a unit */
    private void lookUp(Operand operand, Function<BigDecimal, String> words) {
        for (Operand.Lookup lookup : ReadTables.of(operand)) {
            LookupWording naming = new LookupWording(language, Wording.comparing(language)::named);
            Table table = lookup.table();
            rows.apply(lookup)
                    .ifPresent(row -> steps.add(naming.row(
                            lookup,
                            row,
                            table.head().unit().isPresent()
                                    ? LookupWording.number(table, row.value(), language)
                                    : words.apply(row.value()))));
        }
    }

    /** The terms of a sum; one that begins with a minus begins with its number, or with nothing. */
    private String written(Operand.WeightedSum sum) {
        StringBuilder written = new StringBuilder();
        boolean constantFirst = sum.terms().get(0).factor().signum() < 0;
        if (constantFirst) {
            written.append(number(sum.constant()));
        }
        for (Operand.WeightedSum.Term term : sum.terms()) {
            if (written.length() > 0) {
                written.append(term.factor().signum() < 0 ? " - " : " + ");
            }
            BigDecimal factor = term.factor().abs();
            boolean once = factor.compareTo(BigDecimal.ONE) == 0;
            BigDecimal value = numbers.apply(term.number());
            boolean first = written.length() == 0 && once;
            String number = value.signum() < 0 && !first ? "(" + number(value) + ")" : number(value);
            written.append(once ? number : Formats.plain(factor) + " × " + number);
        }
        if (!constantFirst && sum.constant().signum() != 0) {
            written.append(sum.constant().signum() < 0 ? " - " : " + ")
                    .append(number(sum.constant().abs()));
        }
        return written.toString();
    }

    @Override
    public BigDecimal times(Formula.Times times) {
        BigDecimal each = times.each().match(this);
        lookUp(times.count());
        BigDecimal count = numbers.apply(times.count()).max(BigDecimal.ZERO);
        BigDecimal product = each.multiply(count);
        steps.add(say("is", number(each) + " × " + Formats.grouped(count), number(product)));
        return product;
    }

    @Override
    public BigDecimal plus(Formula.Plus plus) {
        BigDecimal one = plus.one().match(this);
        BigDecimal other = plus.other().match(this);
        steps.add(say("is", number(one) + " + " + number(other), number(one.add(other))));
        return one.add(other);
    }

    @Override
    public BigDecimal atLeast(Formula.AtLeast atLeast) {
        boolean fixed = atLeast.least() instanceof Formula.Fixed;
        BigDecimal amount = fixed ? atLeast.amount().match(this) : compared(atLeast.amount());
        BigDecimal least = fixed ? atLeast.least().match(this) : compared(atLeast.least());
        String more = number(amount.max(least));
        steps.add(fixed ? say("leastIs", number(least), more) : say("theMore", more));
        return amount.max(least);
    }

    @Override
    public BigDecimal atMost(Formula.AtMost atMost) {
        boolean fixed = atMost.ceiling() instanceof Formula.Fixed;
        BigDecimal amount = fixed ? atMost.amount().match(this) : compared(atMost.amount());
        BigDecimal ceiling = fixed ? atMost.ceiling().match(this) : compared(atMost.ceiling());
        String less = number(amount.min(ceiling));
        steps.add(fixed ? say("ceilingIs", number(ceiling), less) : say("theLess", less));
        return amount.min(ceiling);
    }

    /** An amount that another is compared with; a fact that is the amount itself is named with its value. */
    private BigDecimal compared(Formula formula) {
        int before = steps.size();
        BigDecimal amount = formula.match(this);
        if (steps.size() == before && formula instanceof Formula.Share share) {
            steps.add(say("factIs", RowWording.key(share.of(), language), number(amount)));
        }
        return amount;
    }

    @Override
    public BigDecimal tiers(Formula.Tiers tiers) {
        BigDecimal number = tiers.counted() ? numbers.apply(tiers.of()).max(BigDecimal.ZERO) : summed(tiers.of());
        BigDecimal sum = FormulaBounds.of(tiers, operand -> Bounds.of(numbers.apply(operand)))
                .most()
                .orElseThrow();
        List<String> parts = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Formula.Tiers.Tier tier : tiers.tiers()) {
            BigDecimal limit = tier.limit().match(new FormulaSteps(language, numbers, rows));
            BigDecimal to = limit.min(number).max(from);
            part(tiers, to.subtract(from), tier.rate(), parts);
            from = to;
        }
        part(tiers, number.subtract(from), tiers.beyond(), parts);
        steps.add(say(
                "is",
                parts.isEmpty() ? number(BigDecimal.ZERO) : parts.stream().collect(Collectors.joining(" + ")),
                number(sum)));
        return sum;
    }

    private void part(Formula.Tiers tiers, BigDecimal part, BigDecimal rate, List<String> parts) {
        if (part.signum() > 0) {
            parts.add(
                    tiers.counted()
                            ? Formats.grouped(part) + " × " + number(rate)
                            : say("percentOf", Formats.plain(rate), number(part)));
        }
    }

    /** To the fen, or with all decimals that it has. */
    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() <= 2 ? Formats.fen(number) : Formats.grouped(shortest);
    }

    private String say(String key, Object... details) {
        return TEXTS.text(key, language, details);
    }
}
