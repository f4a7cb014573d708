package io.subsidyrules.notice;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.amount.AmountTier;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.regression.Coverage;
import io.subsidyrules.regression.ScenarioIdentity;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notices on what the scenarios of policies leave untried, and on scenarios that try nothing new. */
final class ScenarioNotices {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ScenarioNotices.class);

    /** The first conditions of a rule without such scenarios are enough to go on. */
    private static final int MOST_CONDITIONS = 5;

    /** The first rows of a table, likewise. */
    private static final int MOST_ROWS = 10;

    private final RuleSources sources;
    private final Ruleset ruleset;
    private final List<ScenarioIdentity> scenarios;
    private final Coverage coverage;
    private final NoticeList notices = new NoticeList();

    ScenarioNotices(RuleSources sources, Ruleset ruleset, List<ScenarioIdentity> scenarios, Coverage coverage) {
        this.sources = sources;
        this.ruleset = ruleset;
        this.scenarios = scenarios;
        this.coverage = coverage;
    }

    List<Notice> all() {
        Set<String> tried = scenarios.stream()
                .map(scenario -> scenario.place().file().replaceFirst("/.*", ""))
                .collect(Collectors.toSet());
        ruleset.items().stream()
                .flatMap(item -> item.rules().stream())
                .filter(coverage::holds)
                .forEach(rule -> tried.add(rule.policy()));
        ruleset.book().policies().stream()
                .map(Policy::id)
                .filter(policy -> !tried.contains(policy))
                .forEach(
                        policy -> notices.add(NoticeList.startOf(policy), NoticeCode.POLICY_WITHOUT_SCENARIOS, policy));
        ruleset.items().stream().filter(item -> tried.contains(item.policy())).forEach(this::untried);
        rows(tried);
        ruleset.book().limits().stream()
                .filter(limit -> tried.contains(limit.policy()) && !coverage.cuts(limit))
                .forEach(limit -> notices.add(limit.place(), NoticeCode.LIMIT_WITHOUT_SCENARIO, limit.name()));
        repeated();
        return notices.all();
    }

    private void untried(RuledItem item) {
        for (Rule rule : item.rules()) {
            if (!coverage.holds(rule)) {
                notices.add(rule.place(), NoticeCode.RULE_WITHOUT_SCENARIO, rule.name());
                continue;
            }
            tiers(rule);
            List<String> never = new ArrayList<>(coverage.neverFailingAlone(item, rule));
            never.addAll(coverage.neverFailedByMember(rule));
            if (!never.isEmpty()) {
                String first = never.stream().limit(MOST_CONDITIONS).collect(Collectors.joining("; "));
                notices.add(
                        rule.place(),
                        NoticeCode.CONDITION_WITHOUT_SCENARIO,
                        rule.name(),
                        never.size() > MOST_CONDITIONS ? TEXTS.text("andMore", first) : first);
            }
        }
    }

    private void tiers(Rule rule) {
        List<AmountTier> never = coverage.neverEntered(rule);
        if (!never.isEmpty()) {
            notices.add(
                    rule.place(),
                    NoticeCode.TIER_WITHOUT_SCENARIO,
                    rule.name(),
                    new Text(tiers(rule, never, Language.EN), tiers(rule, never, Language.ZH)));
        }
    }

    private static String tiers(Rule rule, List<AmountTier> tiers, Language language) {
        return tiers.stream()
                .map(tier -> tier.begin().isEmpty()
                        ? TEXTS.text("firstTier", language)
                        : TEXTS.text(
                                "tierBeyond",
                                language,
                                RuleSummary.limit(tier.tiers(), tier.index() - 1, rule.currency())
                                        .in(language)))
                .collect(Collectors.joining(TEXTS.text("semicolon", language)));
    }

    /** The rows of the tables that rules read which hold in some scenario, and limits which cut in some. */
    private void rows(Set<String> tried) {
        Stream<Operand.Lookup> ofRules = ruleset.book().rules().stream()
                .filter(rule -> tried.contains(rule.policy()) && coverage.holds(rule))
                .flatMap(rule -> ReadTables.of(rule).stream());
        Stream<Operand.Lookup> ofLimits = ruleset.book().limits().stream()
                .filter(limit -> tried.contains(limit.policy()) && coverage.cuts(limit))
                .flatMap(limit -> ReadTables.of(limit).stream());
        Stream.concat(ofRules, ofLimits).map(Operand.Lookup::table).distinct().forEach(table -> {
            List<Table.Row> never = coverage.neverCounting(table);
            if (!never.isEmpty()) {
                notices.add(
                        never.get(0).place(),
                        NoticeCode.ROW_WITHOUT_SCENARIO,
                        table.head().name(),
                        lines(never));
            }
        });
    }

    private static Object lines(List<Table.Row> rows) {
        String lines = rows.stream()
                .map(row -> Integer.toString(row.place().line()))
                .distinct()
                .limit(MOST_ROWS)
                .collect(Collectors.joining(", "));
        return rows.size() > MOST_ROWS ? TEXTS.text("andMore", lines) : lines;
    }

    /** Tells only the first scenario of a file that is a copy by its name: the file is one too many. */
    private void repeated() {
        Map<String, List<ScenarioIdentity>> known = new HashMap<>();
        Set<String> copies = new HashSet<>();
        List<ScenarioIdentity> originalsFirst =
                scenarios.stream().sorted(Comparator.comparing(this::isCopied)).toList();
        for (ScenarioIdentity scenario : originalsFirst) {
            List<ScenarioIdentity> alike = known.computeIfAbsent(scenario.request(), request -> new ArrayList<>());
            alike.stream()
                    .filter(scenario::repeats)
                    .findFirst()
                    .filter(earlier ->
                            !isCopied(scenario) || copies.add(scenario.place().file()))
                    .ifPresent(earlier -> notices.add(
                            scenario.place(),
                            NoticeCode.SCENARIO_REPEATED,
                            scenario.name(),
                            earlier.name(),
                            earlier.place(),
                            isCopied(scenario) ? TEXTS.text("deleteCopy") : TEXTS.text("correctOrDelete")));
            alike.add(scenario);
        }
    }

    private boolean isCopied(ScenarioIdentity scenario) {
        return sources.isCopy(scenario.place().file());
    }
}
