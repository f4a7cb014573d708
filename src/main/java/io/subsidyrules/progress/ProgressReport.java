package io.subsidyrules.progress;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.ledger.Times;
import io.subsidyrules.policy.Measure;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.policy.Target;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.recording.project.AwardSums.Part;
import io.subsidyrules.recording.project.AwardSums.Period;
import io.subsidyrules.recording.project.AwardSums.Sum;
import io.subsidyrules.recording.project.AwardSums.Sums;
import io.subsidyrules.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts the sums beside the items and the targets of a policy, in one language.
 *
 * @param byDay by the days of the targets that have one: all the time up to that day, and to the end of the year
 * @param awards the sums of the year and of these periods
 */
record ProgressReport(
        Ruleset ruleset, Policy policy, int year, Map<LocalDate, Period> byDay, Sums awards, Language language) {

    private static final Sum NOTHING = new Sum("", new Part.All(), 0, 0, Yuan.ZERO.amount());

    Progress page() {
        return new Progress(
                policy.id(),
                year,
                new Progress.Rules(ruleset.version()),
                awards.upTo()
                        .map(head -> new Progress.UpTo(head.sequence(), head.hash(), Times.write(head.recordedAt()))),
                policy.currency().code(),
                items(),
                targets());
    }

    private List<Progress.Item> items() {
        Map<String, List<Sum>> sums = new TreeMap<>();
        awards.year().forEach(sum -> sums.computeIfAbsent(sum.item(), item -> new ArrayList<>())
                .add(sum));
        Map<String, RuledItem> known = new LinkedHashMap<>();
        ruleset.items().stream()
                .filter(item -> item.policy().equals(policy.id()))
                .forEach(item -> known.put(item.id(), item));
        List<Progress.Item> items = new ArrayList<>();
        known.forEach((id, item) -> items.add(item(id, Optional.of(item), sums.getOrDefault(id, List.of()))));
        sums.forEach((id, own) -> {
            if (!known.containsKey(id)) {
                items.add(item(id, Optional.empty(), own));
            }
        });
        return items;
    }

    private Progress.Item item(String id, Optional<RuledItem> item, List<Sum> sums) {
        Sum all = total(sums);
        return new Progress.Item(
                id,
                item.map(known -> known.title().in(language)).orElse(id),
                item.map(RuledItem::clause),
                item.map(RuledItem::outcome),
                all.count(),
                all.applicants(),
                yuan(all),
                sums.stream()
                        .filter(sum -> sum.part() instanceof Part.City)
                        .map(sum -> new Progress.City(
                                ((Part.City) sum.part()).division(), sum.count(), sum.applicants(), yuan(sum)))
                        .toList(),
                sums.stream()
                        .filter(sum -> sum.part() instanceof Part.Month)
                        .map(sum -> new Progress.Month(
                                ((Part.Month) sum.part()).number(), sum.count(), sum.applicants(), yuan(sum)))
                        .toList());
    }

    private List<Progress.Aim> targets() {
        List<Progress.Aim> targets = new ArrayList<>();
        for (Measure measure : policy.measures()) {
            measure.targets().forEach(target -> targets.add(aim(measure.number(), target)));
        }
        return targets;
    }

    private Progress.Aim aim(int measure, Target target) {
        Optional<Long> reached = target.item().flatMap(item -> reached(item, target));
        return new Progress.Aim(
                target.id(),
                target.title().in(language),
                measure,
                target.comparison(),
                target.value(),
                target.unit().in(language),
                target.period(),
                target.from(),
                target.by(),
                target.item(),
                reached,
                reached.map(count -> meets(count, target)));
    }

    /** A target of each year is one of this year's awards; one with a day, of all awards up to that day. */
    private Optional<Long> reached(String item, Target target) {
        if (target.period() == Target.Period.ALWAYS) {
            return Optional.empty();
        }
        List<Sum> sums = target.by().map(byDay::get).map(awards.totals()::get).orElse(awards.year());
        Sum all = total(sums.stream().filter(sum -> sum.item().equals(item)).toList());
        return Optional.of(isOfApplicant(item) ? all.applicants() : all.count());
    }

    /**
     * Whether an item is decided on the applicant alone; it counts once, although each decision on the applicant has
     * it.
     */
    private boolean isOfApplicant(String item) {
        return ruleset.items().stream()
                .anyMatch(decided -> decided.policy().equals(policy.id())
                        && decided.id().equals(item)
                        && decided.claim().isEmpty());
    }

    private static boolean meets(long count, Target target) {
        int compared = BigDecimal.valueOf(count).compareTo(target.value());
        return target.comparison() == Target.Comparison.MORE_THAN ? compared > 0 : compared >= 0;
    }

    private static Sum total(List<Sum> sums) {
        return sums.stream()
                .filter(sum -> sum.part() instanceof Part.All)
                .findFirst()
                .orElse(NOTHING);
    }

    private static BigDecimal yuan(Sum sum) {
        return new Yuan(sum.amount()).amount();
    }
}
