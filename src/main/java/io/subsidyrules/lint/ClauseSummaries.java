package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.lint.written.NumberWords;
import io.subsidyrules.lint.written.WrittenDates;
import io.subsidyrules.lint.written.WrittenNumbers;
import io.subsidyrules.policy.Clause;
import io.subsidyrules.policy.Measure;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Grouping;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Days that the summary of a clause names and no rule of the clause has, and amounts, percentages and days of its rules
 * that it does not name. Amounts that it names and no rule has are a notice.
 */
final class ClauseSummaries {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ClauseSummaries.class);

    /** A summary that names no amount at all leaves more of them, as of a table by levels, to the rules. */
    private static final int MOST_LEFT_TO_RULES = 3;

    private final Policy policy;
    private final Measure measure;
    private final Clause clause;
    private final List<Rule> rules;
    private final List<Limit> limits;

    private ClauseSummaries(Policy policy, Measure measure, Clause clause, RuleBook book) {
        this.policy = policy;
        this.measure = measure;
        this.clause = clause;
        this.rules = book.rules().stream()
                .filter(rule ->
                        rule.policy().equals(policy.id()) && rule.clause().equals(clause.number()))
                .toList();
        this.limits = book.limits().stream()
                .filter(limit ->
                        limit.policy().equals(policy.id()) && limit.clause().equals(clause.number()))
                .toList();
    }

    static Stream<LintFinding> of(RuleBook book) {
        return book.policies().stream()
                .flatMap(policy -> policy.measures().stream().flatMap(measure -> measure.clauses().stream()
                        .map(clause -> new ClauseSummaries(policy, measure, clause, book))))
                .filter(clause -> !clause.rules.isEmpty() || !clause.limits.isEmpty())
                .flatMap(clause -> Stream.of(clause.daysWithoutRule(), clause.amounts(), clause.days())
                        .flatMap(part -> part));
    }

    private Stream<LintFinding> daysWithoutRule() {
        RuleFigures figures = RuleFigures.of(rules, limits);
        Set<LocalDate> known = new TreeSet<>(figures.days());
        known.addAll(figures.ends());
        known.add(policy.issued());
        otherTexts().forEach(text -> known.addAll(days(text)));
        return Stream.of(Language.values())
                .flatMap(language -> WrittenDates.of(clause.summary().in(language)).stream()
                        .filter(found -> !known.contains(found.day()))
                        .map(found -> LintFinding.of(
                                clause.summaryPlaces().in(language),
                                LintCode.SUMMARY_DATE,
                                language == Language.ZH ? TEXTS.text("chinese") : TEXTS.text("english"),
                                clause.number(),
                                found.written())));
    }

    /** The readings that its rules cite, and the titles of what they compare: a summary can be about these. */
    private Stream<Text> otherTexts() {
        Stream<Text> readings = Stream.concat(
                        rules.stream().flatMap(rule -> rule.readings().stream()),
                        limits.stream().flatMap(limit -> limit.readings().stream()))
                .flatMap(id -> policy.reading(id).stream())
                .flatMap(reading -> Stream.concat(reading.title().stream(), Stream.of(reading.text())));
        List<Condition> conditions =
                rules.stream().flatMap(rule -> rule.conditions().stream()).toList();
        return Stream.of(
                        readings,
                        conditions.stream().flatMap(condition -> condition.title().stream()),
                        conditions.stream()
                                .flatMap(condition -> condition.reads().stream())
                                .map(field -> field.field().title()))
                .flatMap(part -> part);
    }

    /** Amounts and percentages that no summary of the measure names, in either language. */
    private Stream<LintFinding> amounts() {
        List<Rule> last = lastOfItems();
        RuleFigures figures = RuleFigures.of(last, limits);
        Set<BigDecimal> named = namedByMeasure();
        named.addAll(RuleFigures.ofTables(last));
        boolean none = Stream.concat(figures.amounts().stream(), figures.percents().stream())
                .noneMatch(named::contains);
        if (none && figures.amounts().size() + figures.percents().size() > MOST_LEFT_TO_RULES) {
            return Stream.empty();
        }
        String missing = Stream.concat(
                        unnamed(figures.amounts(), named).map(amount -> "%s( %s )"
                                .formatted(policy.currency().word(), written(amount))),
                        unnamed(figures.percents(), named).map(percent -> "percent( %s )".formatted(written(percent))))
                .collect(Collectors.joining(", "));
        return finding(LintCode.AMOUNT_NOT_IN_SUMMARY, missing);
    }

    private Set<BigDecimal> namedByMeasure() {
        Set<BigDecimal> named = new TreeSet<>();
        for (Clause one : measure.clauses()) {
            for (Language language : Language.values()) {
                String text = one.summary().in(language);
                WrittenNumbers.of(text).forEach(figure -> named.addAll(figure.values()));
                named.addAll(NumberWords.of(text));
            }
        }
        return named;
    }

    /** A rule that was replaced from a day on need not be in a summary any more. */
    private List<Rule> lastOfItems() {
        return rules.stream()
                .filter(rule -> rules.stream()
                        .noneMatch(other -> other.item().equals(rule.item())
                                && other.period().from().isAfter(rule.period().from())))
                .toList();
    }

    /** Only where it names another day: most summaries leave days to the readings. */
    private Stream<LintFinding> days() {
        Set<LocalDate> named = days(clause.summary());
        if (named.isEmpty()) {
            return Stream.empty();
        }
        String missing = RuleFigures.of(lastOfItems(), limits).days().stream()
                .filter(day -> !named.contains(day))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        return finding(LintCode.DATE_NOT_IN_SUMMARY, missing);
    }

    private Stream<LintFinding> finding(LintCode code, String missing) {
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(LintFinding.of(clause.summaryPlaces().en(), code, clause.number(), missing));
    }

    private static Set<LocalDate> days(Text text) {
        return Stream.of(Language.values())
                .flatMap(language -> WrittenDates.of(text.in(language)).stream())
                .map(WrittenDates.Found::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<BigDecimal> unnamed(Collection<BigDecimal> numbers, Set<BigDecimal> named) {
        return numbers.stream().filter(number -> !named.contains(number)).sorted(Comparator.reverseOrder());
    }

    /** As a rule file has it: 300_000. */
    private static String written(BigDecimal number) {
        return Grouping.grouped(number.stripTrailingZeros().toPlainString());
    }
}
