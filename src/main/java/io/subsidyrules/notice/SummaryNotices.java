package io.subsidyrules.notice;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sums and percentages that the summary of a clause names and that none of its rules has: what stays behind when an
 * amount is changed in a rule. A rule also has the numbers that its conditions compare with, and those in the titles of
 * what they read; the summary can be about these.
 */
final class SummaryNotices {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(SummaryNotices.class);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"-])[0-9][0-9_]*(?:\\.[0-9]+)?");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private final NoticeList notices = new NoticeList();
    private final Currency currency;
    private final Map<String, List<Rule>> rules;
    private final Map<String, List<Limit>> limits;

    private SummaryNotices(Policy policy, RuleBook book) {
        this.currency = policy.currency();
        this.rules = book.rules().stream()
                .filter(rule -> rule.policy().equals(policy.id()))
                .collect(Collectors.groupingBy(Rule::clause));
        this.limits = book.limits().stream()
                .filter(limit -> limit.policy().equals(policy.id()))
                .collect(Collectors.groupingBy(Limit::clause));
    }

    static List<Notice> of(RuleBook book) {
        return book.policies().stream()
                .flatMap(policy -> {
                    SummaryNotices found = new SummaryNotices(policy, book);
                    policy.clauses().forEach(found::clause);
                    return found.notices.all().stream();
                })
                .limit(NoticeList.MOST)
                .toList();
    }

    /** A clause whose rules give no amount can name those of others; likewise for percentages. */
    private void clause(Clause clause) {
        List<Rule> own = rules.getOrDefault(clause.number(), List.of());
        Set<BigDecimal> amounts = sorted(Stream.concat(
                amounts(own).flatMap(FormulaFigures::amounts),
                limits.getOrDefault(clause.number(), List.of()).stream().flatMap(SummaryNotices::sum)));
        Set<BigDecimal> percents =
                sorted(amounts(own).flatMap(FormulaFigures::percents).filter(percent -> percent.compareTo(WHOLE) < 0));
        String had = Stream.concat(
                        amounts.stream().map(amount -> "%s( %s )".formatted(currency.word(), written(amount))),
                        percents.stream().map(percent -> "percent( %s )".formatted(written(percent))))
                .collect(Collectors.joining(", "));
        for (Language language : Language.values()) {
            String summary = clause.summary().in(language);
            if (!amounts.isEmpty()) {
                Set<BigDecimal> known =
                        known(own, amounts, Stream::of, (text, in) -> SummaryFigures.money(text, currency, in));
                tell(clause, language, had, known, SummaryFigures.money(summary, currency, language));
            }
            if (!percents.isEmpty()) {
                Set<BigDecimal> known =
                        known(own, percents, SummaryNotices::asPercentages, (text, in) -> SummaryFigures.percent(text));
                tell(clause, language, had, known, SummaryFigures.percent(summary));
            }
        }
    }

    private static Stream<Amount> amounts(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.amount().stream());
    }

    private static Stream<BigDecimal> sum(Limit limit) {
        return limit.ceiling() instanceof Ceiling.Sum sum && sum.yuan() instanceof Ceiling.Fixed fixed
                ? Stream.of(fixed.value())
                : Stream.empty();
    }

    private void tell(
            Clause clause, Language language, String had, Set<BigDecimal> known, List<SummaryFigures.Figure> named) {
        named.stream()
                .filter(figure -> !known.contains(figure.value()))
                .forEach(figure -> notices.add(
                        clause.summaryPlaces().in(language),
                        NoticeCode.SUMMARY_AMOUNT,
                        language == Language.ZH ? TEXTS.text("chinese") : TEXTS.text("english"),
                        clause.number(),
                        figure.written(),
                        had));
    }

    /** @param meanings of a number that a condition compares with */
    private static Set<BigDecimal> known(
            List<Rule> rules,
            Set<BigDecimal> given,
            Function<BigDecimal, Stream<BigDecimal>> meanings,
            BiFunction<String, Language, List<SummaryFigures.Figure>> figures) {
        List<Condition> conditions =
                rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
        Stream<BigDecimal> compared = conditions.stream()
                .flatMap(condition -> NUMBER.matcher(condition.source()).results())
                .map(number -> new BigDecimal(number.group().replace("_", "")))
                .flatMap(meanings);
        Stream<BigDecimal> titled = conditions.stream()
                .flatMap(condition -> Stream.concat(
                        condition.title().stream(),
                        condition.reads().stream().map(field -> field.field().title())))
                .flatMap(title -> Stream.of(Language.values())
                        .flatMap(language -> figures.apply(title.in(language), language).stream()))
                .map(SummaryFigures.Figure::value);
        return sorted(Stream.concat(given.stream(), Stream.concat(compared, titled)));
    }

    /** A number, and what it is in per cent: 0.03 times another number is 3% of it, 1.4 times is growth of 40%. */
    private static Stream<BigDecimal> asPercentages(BigDecimal number) {
        BigDecimal percent = number.multiply(WHOLE);
        return Stream.of(number, percent, percent.subtract(WHOLE));
    }

    /** By value, so that 50 and 50.00 are one; the highest first. */
    private static Set<BigDecimal> sorted(Stream<BigDecimal> numbers) {
        return numbers.collect(Collectors.toCollection(() -> new TreeSet<BigDecimal>(Comparator.reverseOrder())));
    }

    /** As a rule file has it: 300_000. */
    private static String written(BigDecimal number) {
        return Grouping.grouped(number.stripTrailingZeros().toPlainString());
    }
}
