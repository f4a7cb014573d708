package io.subsidyrules.lint;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.notice.FormulaFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers and days of some rules and limits.
 *
 * @param amounts the sums that they give, and their ceilings
 * @param percents the percentages that they give, less than all
 * @param compared the numbers that their conditions compare with
 * @param days the days in their conditions
 * @param ends the days of their periods: the first, the first no longer in force, and the last in force
 */
record RuleFigures(
        Set<BigDecimal> amounts,
        Set<BigDecimal> percents,
        Set<BigDecimal> compared,
        Set<LocalDate> days,
        Set<LocalDate> ends) {

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"-])[0-9][0-9_]*(?:\\.[0-9]+)?");
    private static final Pattern DAY = Pattern.compile("\"([0-9]{4}-[0-9]{2}-[0-9]{2})\"");

    static RuleFigures of(Collection<Rule> rules, Collection<Limit> limits) {
        Set<String> conditions = Stream.concat(
                        rules.stream().flatMap(rule -> rule.conditions().stream()),
                        limits.stream().flatMap(limit -> limit.conditions().stream()))
                .map(Condition::source)
                .collect(Collectors.toSet());
        return new RuleFigures(
                numbers(Stream.concat(
                        rules.stream().flatMap(rule -> rule.amount().stream()).flatMap(RuleFigures::amounts),
                        limits.stream().flatMap(RuleFigures::sum))),
                numbers(rules.stream()
                        .flatMap(rule -> rule.amount().stream())
                        .flatMap(FormulaFigures::percents)
                        .filter(percent -> percent.compareTo(WHOLE) < 0)),
                numbers(conditions.stream()
                        .flatMap(source -> NUMBER.matcher(source).results())
                        .map(number -> new BigDecimal(number.group().replace("_", "")))),
                conditions.stream()
                        .flatMap(source -> DAY.matcher(source).results())
                        .map(RuleFigures::day)
                        .collect(Collectors.toCollection(TreeSet::new)),
                Stream.concat(rules.stream().map(Rule::period), limits.stream().map(Limit::period))
                        .flatMap(RuleFigures::ends)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The sums that a rule writes: the most that an amount made of parts comes to is worked out, not written. */
    private static Stream<BigDecimal> amounts(Amount amount) {
        return amount instanceof Amount.Composed composed
                ? FormulaFigures.amounts(composed.formula())
                : Stream.of(amount.ceiling().amount());
    }

    /** The numbers of the tables that rules read: too many for a text to name them. */
    static Set<BigDecimal> ofTables(Collection<Rule> rules) {
        return numbers(rules.stream()
                .flatMap(rule -> ReadTables.of(rule).stream())
                .flatMap(lookup -> lookup.table().rows().stream())
                .map(Table.Row::value));
    }

    /** The percentages that a number can mean: 0.03 times another number is 3% of it, 1.4 times is growth of 40%. */
    static Stream<BigDecimal> asPercentages(BigDecimal number) {
        BigDecimal percent = number.multiply(WHOLE);
        return Stream.of(number, percent, percent.subtract(WHOLE));
    }

    /** By value, so that 50 and 50.00 are one. */
    static Set<BigDecimal> numbers(Stream<BigDecimal> numbers) {
        return numbers.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<BigDecimal> sum(Limit limit) {
        return limit.ceiling() instanceof Ceiling.Sum sum && sum.yuan() instanceof Ceiling.Fixed fixed
                ? Stream.of(fixed.value())
                : Stream.empty();
    }

    private static LocalDate day(MatchResult quoted) {
        return LocalDate.parse(quoted.group(1));
    }

    private static Stream<LocalDate> ends(Period period) {
        return Stream.concat(
                Stream.of(period.from()),
                period.until().stream().flatMap(until -> Stream.of(until, until.minusDays(1))));
    }
}
