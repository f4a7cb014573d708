package io.subsidyrules.notice;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.wording.RuleSummary;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Currency;
import io.subsidyrules.policy.Policy;
import io.subsidyrules.text.TextCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Changes after which requests for days before today are answered otherwise than before. New items are none. */
final class ChangeNotices {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(ChangeNotices.class);

    private final RuleBook before;
    private final RuleBook after;
    private final LocalDate today;
    private final List<Notice> notices = new ArrayList<>();

    ChangeNotices(RuleBook before, RuleBook after, LocalDate today) {
        this.before = before;
        this.after = after;
        this.today = today;
    }

    /** An item of a policy. */
    private record Key(String policy, String item) {}

    /** The decision of a rule on days before today; where it is written, and how it is titled, does not matter. */
    private record Effect(
            LocalDate from,
            LocalDate until,
            Optional<String> decides,
            Set<String> conditions,
            Optional<FactType> claim,
            String outcome,
            String amount,
            Set<String> tables) {}

    List<Notice> all() {
        Set<String> policies = after.policies().stream().map(Policy::id).collect(Collectors.toCollection(TreeSet::new));
        Map<Key, List<Rule>> earlier = started(before);
        Map<Key, List<Rule>> later = started(after);
        for (Policy policy : before.policies()) {
            if (!policies.contains(policy.id())) {
                notices.add(Notice.of(Place.startOf("."), NoticeCode.POLICY_REMOVED, policy.id()));
            }
            after.policy(policy.id())
                    .map(Policy::currency)
                    .filter(currency -> !currency.equals(policy.currency()))
                    .ifPresent(currency -> notices.add(Notice.of(
                            NoticeList.startOf(policy.id()),
                            NoticeCode.CURRENCY_CHANGED,
                            policy.id(),
                            policy.currency(),
                            currency)));
        }
        earlier.forEach((key, rules) -> {
            if (policies.contains(key.policy())) {
                changed(key, rules, later.getOrDefault(key, List.of()));
            }
        });
        limits(policies);
        return notices;
    }

    /** Limits that are new, gone, or otherwise than before, on days before today. */
    private void limits(Set<String> policies) {
        Map<Key, Set<String>> earlier = startedLimits(before);
        Map<Key, Set<String>> later = startedLimits(after);
        Set<Key> all = new LinkedHashSet<>(earlier.keySet());
        all.addAll(later.keySet());
        for (Key key : all) {
            boolean known = before.policy(key.policy()).isPresent() && policies.contains(key.policy());
            if (known && !earlier.getOrDefault(key, Set.of()).equals(later.getOrDefault(key, Set.of()))) {
                Place place = after.limits().stream()
                        .filter(limit -> key.equals(new Key(limit.policy(), limit.name())))
                        .map(Limit::place)
                        .findFirst()
                        .orElseGet(() -> NoticeList.startOf(key.policy()));
                notices.add(
                        Notice.of(place, NoticeCode.PAST_ANSWERS_CHANGED, TEXTS.text("theLimit", key.item()), today));
            }
        }
    }

    private Map<Key, Set<String>> startedLimits(RuleBook book) {
        return book.limits().stream()
                .filter(limit -> limit.period().from().isBefore(today))
                .collect(Collectors.groupingBy(
                        limit -> new Key(limit.policy(), limit.name()),
                        LinkedHashMap::new,
                        Collectors.mapping(this::effect, Collectors.toSet())));
    }

    private String effect(Limit limit) {
        LocalDate until =
                limit.period().until().filter(end -> end.isBefore(today)).orElse(today);
        return "%s %s %s %s %s %s %s %s %s"
                .formatted(
                        limit.period().from(),
                        until,
                        limit.conditions().stream()
                                .map(ChangeNotices::written)
                                .sorted()
                                .toList(),
                        new TreeSet<>(limit.awards().items().stream()
                                .map(item -> item.policy() + " " + item.id())
                                .toList()),
                        limit.awards().window(),
                        new TreeSet<>(limit.awards().same()),
                        limit.awards().scope() instanceof AwardChoice.OfGroup group
                                ? written(group.field())
                                : limit.awards().scope(),
                        limit.numberField().map(ChangeNotices::written)
                                + limit.source().replaceFirst(".*?,", ""),
                        PastRows.of(limit, today));
    }

    private Map<Key, List<Rule>> started(RuleBook book) {
        return book.rules().stream()
                .filter(rule -> rule.period().from().isBefore(today))
                .collect(Collectors.groupingBy(
                        rule -> new Key(rule.policy(), rule.item()), LinkedHashMap::new, Collectors.toList()));
    }

    private void changed(Key key, List<Rule> earlier, List<Rule> later) {
        Set<Effect> known = effects(earlier);
        if (known.equals(effects(later))) {
            return;
        }
        Optional<Rule> kept = later.stream()
                .filter(rule -> !known.contains(effect(rule)))
                .findFirst()
                .or(() -> later.stream().findFirst())
                .or(() -> after.rules().stream()
                        .filter(rule -> key.equals(new Key(rule.policy(), rule.item())))
                        .findFirst());
        notices.add(kept.map(rule -> Notice.of(
                        rule.place(), NoticeCode.PAST_ANSWERS_CHANGED, TEXTS.text("theItem", key.item()), today))
                .orElseGet(
                        () -> Notice.of(NoticeList.startOf(key.policy()), NoticeCode.ITEM_REMOVED, key.item(), today)));
    }

    private Set<Effect> effects(List<Rule> rules) {
        return rules.stream().map(this::effect).collect(Collectors.toSet());
    }

    private Effect effect(Rule rule) {
        LocalDate until =
                rule.period().until().filter(end -> end.isBefore(today)).orElse(today);
        return new Effect(
                rule.period().from(),
                until,
                rule.decides().map(ChangeNotices::written),
                rule.conditions().stream().map(ChangeNotices::written).collect(Collectors.toSet()),
                rule.claim(),
                rule.outcome().name(),
                rule.amount().map(amount -> written(amount, rule.currency())).orElse(""),
                PastRows.of(rule, today));
    }

    /**
     * With the fields that it reads, since a variable can be bound to another one, and with the conditions on the
     * members that it counts, which it does not name.
     */
    private static String written(Condition condition) {
        return condition.source()
                + condition.reads().stream().map(ChangeNotices::written).collect(Collectors.joining(" ", " ", ""))
                + condition.expression().aggregates().stream()
                        .map(ChangeNotices::written)
                        .collect(Collectors.joining(" "));
    }

    private static String written(Operand.MemberAggregate aggregate) {
        return "%s of %s %s"
                .formatted(
                        aggregate.function(),
                        aggregate.of().map(ChangeNotices::written).orElse(""),
                        aggregate.conditions().stream()
                                .map(ChangeNotices::written)
                                .sorted()
                                .toList());
    }

    private static String written(Operand.FieldValue field) {
        return field.of().name() + "." + field.field().name();
    }

    private static String written(Amount amount, Currency currency) {
        if (amount instanceof Amount.Composed composed) {
            return RuleSummary.formula(composed.formula(), currency).en()
                    + composed.reads().stream().map(ChangeNotices::written).collect(Collectors.joining(" ", " ", ""));
        }
        return amount instanceof Amount.Share share
                ? "%s%% of %s at most %s"
                        .formatted(
                                share.percent().stripTrailingZeros().toPlainString(),
                                written(share.source()),
                                share.ceiling())
                : amount.ceiling().toString();
    }
}
