package io.subsidyrules.regression;

import io.subsidyrules.dialect.lookup.ReadTables;
import io.subsidyrules.dialect.lookup.RowConditions;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.table.Table;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.amount.AmountTier;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Lookups;
import io.subsidyrules.engine.fact.Operands;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a ruleset that its scenarios do not try: rules that hold in none, conditions that fail alone in none,
 * of the rule or of a member of a list, fields that are unknown in none; tiers that are entered in none; limits that
 * cut in none, or leave an award in none; rows of tables that count in none. Not thread-safe.
 */
public final class Coverage {

    private final Set<Rule> held = new HashSet<>();
    private final Map<Rule, Set<String>> failedAlone = new HashMap<>();
    private final Map<Rule, Set<String>> failedByMember = new HashMap<>();
    private final Map<RuledItem, Set<String>> unknown = new HashMap<>();
    private final Map<Rule, Set<AmountTier>> entered = new HashMap<>();

    /** The places of limits, and of conditions of rules, which are at other places. */
    private final Set<Place> cutting = new HashSet<>();

    private final Set<Place> leaving = new HashSet<>();
    private final Set<Table.Row> counting = new HashSet<>();

    /** The coverage of no scenario. */
    public Coverage() {}

    /** The gaps, as sentences, in the order of the items; empty where everything is tried. */
    public static List<String> gaps(Ruleset ruleset, List<Scenario> scenarios) {
        Coverage coverage = new Coverage();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        scenarios.forEach(scenario -> {
            Answer answer = runner.answer(scenario);
            coverage.add(runner.request(scenario), answer, ruleset.book().limits());
        });
        return Stream.of(
                        ruleset.items().stream().flatMap(coverage::gaps),
                        ruleset.book().limits().stream().flatMap(coverage::gaps),
                        tables(ruleset).flatMap(coverage::gaps))
                .flatMap(gaps -> gaps)
                .toList();
    }

    /** Counts for each condition, as the one of a limit, whether it cuts or refuses an award, or leaves it as it is. */
    private void limits(Answer answer) {
        for (ClaimAnswer claim : answer.claims()) {
            for (ItemAnswer item : claim.items()) {
                item.explanation().ifPresent(explanation -> explanation
                        .conditions()
                        .forEach(condition -> condition.place().ifPresent(place -> limited(place, condition, item))));
            }
        }
    }

    private void limited(Place limit, ConditionAnswer condition, ItemAnswer item) {
        if (condition.cuts() || condition.truth() == Truth.FALSE) {
            cutting.add(limit);
        } else if (item.status() == Status.ELIGIBLE) {
            leaving.add(limit);
        }
    }

    private static Stream<Table> tables(Ruleset ruleset) {
        return ReadTables.of(ruleset.book()).stream().map(Operand.Lookup::table).distinct();
    }

    /** Counts what the items were held against, each with its facts. */
    private void facts(Request request, Answer answer, List<Limit> limits) {
        Facts alone = new Facts(request.applicant(), request.applicant());
        for (int i = 0; i < answer.claims().size(); i++) {
            Facts facts = new Facts(request.applicant(), request.claims().get(i).fact());
            for (ItemAnswer item : answer.claims().get(i).items()) {
                facts(item, facts);
                limits.stream()
                        .filter(limit -> limit.counts(item.rule()) && (holds(item) || covers(limit, item)))
                        .forEach(limit -> limit.conditions().forEach(condition -> rows(condition, alone)));
            }
        }
        answer.supports().forEach(item -> facts(item, alone));
    }

    /** Whether a limit was applied to what an item gives, even if nothing is left of that. */
    private static boolean covers(Limit limit, ItemAnswer item) {
        return item.explanation().stream()
                .flatMap(explanation -> explanation.conditions().stream())
                .anyMatch(condition -> condition.place().equals(Optional.of(limit.place())));
    }

    private void facts(ItemAnswer item, Facts facts) {
        rows(item, facts);
        if (holds(item)) {
            AmountTier.of(item.rule()).stream()
                    .filter(tier -> tier.isEntered(facts))
                    .forEach(tier -> entered.computeIfAbsent(item.rule(), known -> new HashSet<>())
                            .add(tier));
        }
    }

    /** Whether the tier of a rule's amount is entered in some scenario. */
    public boolean enters(Rule rule, AmountTier tier) {
        return entered.getOrDefault(rule, Set.of()).contains(tier);
    }

    /** The tiers of a rule's amount that are entered in no scenario, in their order. */
    public List<AmountTier> neverEntered(Rule rule) {
        return AmountTier.of(rule).stream().filter(tier -> !enters(rule, tier)).toList();
    }

    /** Counts the rows that the conditions of an item were held against, and those of the amount that was given. */
    private void rows(ItemAnswer item, Facts facts) {
        for (Condition condition : item.rule().conditions()) {
            if (holds(item) || condition.title().isEmpty()) {
                rows(condition, facts);
            } else {
                ofMembers(condition, facts);
            }
        }
        if (holds(item) && item.rule().amount().orElse(null) instanceof Amount.Composed composed) {
            ReadTables.of(composed.formula()).forEach(lookup -> row(lookup, facts::value));
            composed.formula().forEachSource(source -> ofMembers(source, facts));
        }
    }

    private void rows(Condition condition, Facts facts) {
        ReadTables.of(condition.expression()).forEach(lookup -> row(lookup, facts::value));
        ofMembers(condition, facts);
    }

    private void ofMembers(Condition condition, Facts facts) {
        condition.expression().aggregates().forEach(aggregate -> ofMembers(aggregate, facts));
    }

    /** Counts the rows that the conditions on members were held against, for each member. */
    private void ofMembers(Operand source, Facts facts) {
        if (source instanceof Operand.MemberAggregate aggregate) {
            for (Fact member : facts.members(aggregate.list())) {
                ReadTables.ofMembers(aggregate)
                        .forEach(lookup ->
                                row(lookup, key -> Operands.value(key, facts.applicant(), facts.claim(), member)));
            }
        }
    }

    private void row(Operand.Lookup lookup, Function<Operand, @Nullable Object> values) {
        Lookups.row(lookup, values).ifPresent(counting::add);
    }

    /** Whether the row of a table counts in some scenario. */
    public boolean counts(Table.Row row) {
        return counting.contains(row);
    }

    /** The rows of a table that count in no scenario, in the order of the file. */
    public List<Table.Row> neverCounting(Table table) {
        return table.rows().stream().filter(row -> !counts(row)).toList();
    }

    private Stream<String> gaps(Table table) {
        return neverCounting(table).stream().map(row -> "No scenario in which the row of %s at %s counts."
                .formatted(table.head().name(), row.place()));
    }

    /** Whether the limit cuts or refuses an award in some scenario. */
    public boolean cuts(Limit limit) {
        return cutting.contains(limit.place());
    }

    /** Whether the limit applies to an award in some scenario, and leaves it as it is. */
    public boolean leaves(Limit limit) {
        return leaving.contains(limit.place());
    }

    private Stream<String> gaps(Limit limit) {
        List<String> gaps = new ArrayList<>();
        if (!cuts(limit)) {
            gaps.add("No scenario in which the limit %s cuts or refuses an award.".formatted(limit.name()));
        }
        if (!leaves(limit)) {
            gaps.add("No scenario in which the limit %s leaves an award as it is.".formatted(limit.name()));
        }
        return gaps.stream();
    }

    /** Adds all that another one has counted. */
    public void add(Coverage other) {
        held.addAll(other.held);
        merge(failedAlone, other.failedAlone);
        merge(failedByMember, other.failedByMember);
        merge(unknown, other.unknown);
        merge(entered, other.entered);
        cutting.addAll(other.cutting);
        leaving.addAll(other.leaving);
        counting.addAll(other.counting);
    }

    private static <K, V> void merge(Map<K, Set<V>> into, Map<K, Set<V>> other) {
        other.forEach((key, values) ->
                into.computeIfAbsent(key, known -> new HashSet<>()).addAll(values));
    }

    /** Counts an answer to a request of a scenario. */
    public void add(Request request, Answer answer, List<Limit> limits) {
        facts(request, answer, limits);
        limits(answer);
        Stream.concat(answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .forEach(item -> add(item, item.rule()));
    }

    private static boolean holds(ItemAnswer item) {
        return item.status() == Status.ELIGIBLE || item.status() == Status.REFERRED;
    }

    /** Whether the rule holds in some scenario. */
    public boolean holds(Rule rule) {
        return held.contains(rule);
    }

    /** The conditions of an item's rule, its period among them, that fail alone in no scenario. */
    public List<String> neverFailingAlone(RuledItem item, Rule rule) {
        return Stream.concat(
                        canBeOutOfForce(item, rule) ? Stream.of(rule.period().toString()) : Stream.empty(),
                        rule.conditions().stream()
                                .filter(condition -> !RowConditions.isOne(condition))
                                .map(Condition::source))
                .filter(condition -> !failedAlone.getOrDefault(rule, Set.of()).contains(condition))
                .toList();
    }

    /** The conditions on members by which no member of a scenario fails alone. */
    public List<String> neverFailedByMember(Rule rule) {
        return aggregates(rule)
                .flatMap(aggregate -> aggregate.conditions().stream())
                .map(Condition::source)
                .distinct()
                .filter(condition ->
                        !failedByMember.getOrDefault(rule, Set.of()).contains(condition))
                .toList();
    }

    /** The aggregates of members in the conditions of a rule. */
    private static Stream<Operand.MemberAggregate> aggregates(Rule rule) {
        return rule.conditions().stream().flatMap(condition -> condition.expression().aggregates().stream());
    }

    /** The fields that a rule reads and a request can lack, those of members among them. */
    private static Stream<Operand.FieldValue> reads(Rule rule) {
        return all(rule).filter(read -> !read.field().required());
    }

    private static Stream<Operand.FieldValue> all(Rule rule) {
        return Stream.concat(
                rule.conditions().stream().flatMap(condition -> condition.reads().stream()),
                aggregates(rule)
                        .flatMap(aggregate -> Stream.concat(
                                aggregate.conditions().stream().flatMap(condition -> condition.reads().stream()),
                                aggregate.of().stream())));
    }

    private void add(ItemAnswer answer, Rule rule) {
        if (holds(answer)) {
            held.add(rule);
        }
        Set<String> rows = rule.conditions().stream()
                .filter(RowConditions::isOne)
                .map(Condition::source)
                .collect(Collectors.toSet());
        List<Observation> failed = answer.failed().stream()
                .filter(one -> !rows.contains(one.condition()))
                .toList();
        if (failed.size() == 1 && failed.get(0).repeats().isEmpty()) {
            failedAlone
                    .computeIfAbsent(rule, known -> new HashSet<>())
                    .add(failed.get(0).condition());
        }
        answer.explanation().ifPresent(explanation -> explanation.conditions().stream()
                .flatMap(condition -> condition.members().stream())
                .filter(member ->
                        member.counted() == Truth.FALSE && member.failed().size() == 1)
                .forEach(member -> failedByMember
                        .computeIfAbsent(rule, known -> new HashSet<>())
                        .add(member.failed().get(0))));
        if (answer.missing().size() == 1) {
            String pointer = answer.missing().get(0);
            unknown.computeIfAbsent(answer.item(), item -> new HashSet<>())
                    .add(pointer.substring(pointer.lastIndexOf('/') + 1));
        }
    }

    private Stream<String> gaps(RuledItem item) {
        List<String> gaps = new ArrayList<>();
        for (Rule rule : item.rules()) {
            if (!holds(rule)) {
                gaps.add("No scenario in which %s holds.".formatted(rule.name()));
            }
            neverFailingAlone(item, rule)
                    .forEach(condition ->
                            gaps.add("No scenario in which only %s fails for %s.".formatted(condition, rule.name())));
            neverFailedByMember(rule)
                    .forEach(condition -> gaps.add("No scenario in which a member fails only by %s for %s."
                            .formatted(condition, rule.name())));
            neverEntered(rule)
                    .forEach(tier -> gaps.add("No scenario in which tier %s of the amount of %s is entered."
                            .formatted(tier.index() + 1, rule.name())));
            Stream.concat(rule.decides().stream(), reads(rule))
                    .map(read -> read.field().name())
                    .filter(field -> !unknown.getOrDefault(item, Set.of()).contains(field))
                    .map(field -> "No scenario in which only %s is unknown for %s.".formatted(field, item.id()))
                    .filter(gap -> !gaps.contains(gap))
                    .forEach(gaps::add);
        }
        return gaps.stream();
    }

    /** The first rule of an item judges the days before it too, and each those between its end and the next rule. */
    public static boolean canBeOutOfForce(RuledItem item, Rule rule) {
        int index = item.rules().indexOf(rule);
        if (index == 0) {
            return true;
        }
        Optional<LocalDate> next = item.rules().stream()
                .skip(index + 1L)
                .findFirst()
                .map(later -> later.period().from());
        return rule.period()
                .until()
                .filter(until -> next.map(until::isBefore).orElse(true))
                .isPresent();
    }
}
