package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.lint.written.NumberWords;
import io.subsidyrules.notice.SummaryFigures;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scenarios whose name has an amount of money or a percentage that is neither in what they ask and expect nor in the
 * rules of their items, or in the clauses of these: what stays behind when an amount is changed.
 */
final class ScenarioNames {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private static final Pattern SUPPOSED = Pattern.compile("\\bwould\\b|本应|本可");

    private final WrittenScenario scenario;
    private final Currency currency;
    private final RuleFigures figures;
    private final List<SummaryFigures.Figure> money;
    private final List<SummaryFigures.Figure> percents;

    private ScenarioNames(WrittenScenario scenario, Policy policy, RuleBook book) {
        this.scenario = scenario;
        this.currency = policy.currency();
        List<Rule> rules = book.rules().stream()
                .filter(rule -> rule.policy().equals(policy.id()) && decides(rule))
                .toList();
        List<Limit> limits = book.limits().stream()
                .filter(limit -> limit.policy().equals(policy.id()))
                .toList();
        this.figures = RuleFigures.of(rules, limits);
        Set<String> clauses = Stream.concat(
                        rules.stream().map(Rule::clause), limits.stream().map(Limit::clause))
                .collect(Collectors.toSet());
        List<String> summaries = policy.clauses()
                .filter(clause -> clauses.contains(clause.number()))
                .flatMap(clause -> Stream.of(clause.summary(), clause.title()))
                .flatMap(text -> Stream.of(text.en(), text.zh()))
                .toList();
        this.money = summaries.stream().flatMap(this::money).toList();
        this.percents = summaries.stream()
                .flatMap(summary -> SummaryFigures.percent(summary).stream())
                .toList();
    }

    static Stream<LintFinding> of(RuleSources sources, RuleBook book) {
        return WrittenScenario.of(sources)
                .filter(scenario -> scenario.name().chars().anyMatch(one -> one >= '0' && one <= '9')
                        || !NumberWords.inDigits(scenario.name()).equals(scenario.name()))
                .flatMap(scenario -> book.policy(scenario.place().file().replaceFirst("/.*", "")).stream()
                        .flatMap(policy -> new ScenarioNames(scenario, policy, book).findings()));
    }

    private boolean decides(Rule rule) {
        return scenario.items().isEmpty()
                ? rule.claim()
                        .map(FactType::name)
                        .map(scenario.types()::contains)
                        .orElse(true)
                : scenario.items().contains(rule.item());
    }

    private Stream<LintFinding> findings() {
        String name = NumberWords.inDigits(scenario.name());
        return Stream.concat(
                        money(name).filter(figure -> !isKnownAmount(figure.value())),
                        SummaryFigures.percent(name).stream().filter(figure -> !isKnownPercent(figure.value())))
                .map(figure -> LintFinding.of(
                        scenario.place(), LintCode.SCENARIO_NAME_AMOUNT, scenario.name(), figure.written()));
    }

    private Stream<SummaryFigures.Figure> money(String text) {
        Language language = HAN.matcher(text).find() ? Language.ZH : Language.EN;
        return SummaryFigures.money(text, currency, language).stream();
    }

    /** An amount that would be given, but for a ceiling, can be worked out in any way. */
    private boolean isKnownAmount(BigDecimal amount) {
        Set<BigDecimal> known = new TreeSet<>(scenario.numbers());
        known.addAll(figures.amounts());
        known.addAll(figures.compared());
        money.forEach(figure -> known.add(figure.value()));
        return known.contains(amount)
                || SUPPOSED.matcher(scenario.name()).find()
                || scenario.comesTo(amount, figures.amounts());
    }

    private boolean isKnownPercent(BigDecimal percent) {
        Set<BigDecimal> known = new TreeSet<>(figures.percents());
        Stream.concat(scenario.numbers().stream(), figures.compared().stream())
                .flatMap(RuleFigures::asPercentages)
                .forEach(known::add);
        percents.forEach(figure -> known.add(figure.value()));
        return known.contains(percent) || percent.compareTo(WHOLE) == 0 || scenario.isRatio(percent);
    }
}
