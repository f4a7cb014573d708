package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Policy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that are in force before their policy was issued; of each file and day the first, with the names of all. */
final class EarlyRules {

    private EarlyRules() {}

    /** A rule or a limit. */
    private record Dated(String name, String policy, Period period, Place place) {

        static Dated of(Rule rule) {
            return new Dated(rule.name(), rule.policy(), rule.period(), rule.place());
        }

        static Dated of(Limit limit) {
            return new Dated(limit.name(), limit.policy(), limit.period(), limit.place());
        }

        String fileAndDay() {
            return place.file() + " " + period.from();
        }
    }

    static Stream<LintFinding> of(RuleBook book) {
        Map<String, LocalDate> issued = book.policies().stream().collect(Collectors.toMap(Policy::id, Policy::issued));
        Map<String, List<Dated>> early = Stream.concat(
                        book.rules().stream().map(Dated::of),
                        book.limits().stream().map(Dated::of))
                .filter(rule -> rule.period().from().isBefore(issued.getOrDefault(rule.policy(), LocalDate.MIN)))
                .sorted(Comparator.comparing(Dated::place))
                .collect(Collectors.groupingBy(Dated::fileAndDay, TreeMap::new, Collectors.toList()));
        return early.values().stream().map(rules -> {
            Dated first = rules.get(0);
            return LintFinding.of(
                    first.place(),
                    LintCode.RULE_BEFORE_ISSUE,
                    first.period().from(),
                    issued.getOrDefault(first.policy(), LocalDate.MIN),
                    LintFinding.listed(rules.stream().map(Dated::name).toList()));
        });
    }
}
