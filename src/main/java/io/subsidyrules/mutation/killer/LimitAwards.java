package io.subsidyrules.mutation.killer;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Earlier awards just within and just beyond the limits that differ between two rulebooks. */
final class LimitAwards {

    private static final BigDecimal FEN = new BigDecimal("0.01");

    private final List<Limit> limits;

    private LimitAwards(List<Limit> limits) {
        this.limits = limits;
    }

    /** Those of the limits that one of the books has and the other has not. */
    static LimitAwards between(RuleBook before, RuleBook after) {
        return new LimitAwards(Stream.concat(
                        before.limits().stream().filter(limit -> !isIn(limit, after.limits())),
                        after.limits().stream().filter(limit -> !isIn(limit, before.limits())))
                .toList());
    }

    private static boolean isIn(Limit limit, List<Limit> all) {
        return all.stream()
                .anyMatch(other -> other.equals(limit)
                        && other.ceiling().equals(limit.ceiling())
                        && other.awards().equals(limit.awards())
                        && other.period().equals(limit.period())
                        && other.conditions().equals(limit.conditions()));
    }

    boolean isEmpty() {
        return limits.isEmpty();
    }

    /** The numbers of the limits. */
    List<BigDecimal> numbers() {
        return limits.stream()
                .flatMap(limit -> limit.ceiling().number().stream())
                .filter(Ceiling.Fixed.class::isInstance)
                .map(number -> ((Ceiling.Fixed) number).value().setScale(2, RoundingMode.DOWN))
                .distinct()
                .toList();
    }

    /** Lists of one award each, as a scenario of a policy has them whose request is as of a day. */
    List<Object> awards(String policy, LocalDate asOf, Map<String, Object> claim) {
        Set<Object> lists = new LinkedHashSet<>();
        for (Limit limit : limits) {
            for (LocalDate day : days(limit, asOf)) {
                for (AwardChoice.Item item : items(limit)) {
                    for (BigDecimal amount : amounts()) {
                        lists.add(List.of(award(policy, item, day, amount, keys(limit, claim))));
                    }
                }
            }
        }
        return List.copyOf(lists);
    }

    /** In an order that is the same in every run. */
    private static List<AwardChoice.Item> items(Limit limit) {
        return limit.awards().items().stream()
                .sorted(Comparator.comparing(AwardChoice.Item::policy).thenComparing(AwardChoice.Item::id))
                .toList();
    }

    private List<BigDecimal> amounts() {
        Set<BigDecimal> amounts = new LinkedHashSet<>();
        numbers().forEach(number -> amounts.addAll(List.of(number, number.subtract(FEN))));
        amounts.removeIf(amount -> amount.signum() <= 0);
        amounts.add(new BigDecimal("1.00"));
        return List.copyOf(amounts);
    }

    private static Set<LocalDate> days(Limit limit, LocalDate asOf) {
        Set<LocalDate> days = new LinkedHashSet<>(List.of(asOf));
        limit.awards().window().since(asOf).ifPresent(since -> days.addAll(List.of(since, since.minusDays(1))));
        return days;
    }

    private static Map<String, Object> keys(Limit limit, Map<String, Object> claim) {
        Map<String, Object> keys = new LinkedHashMap<>();
        limit.awards().same().stream()
                .filter(claim::containsKey)
                .forEach(name -> keys.put(name, Objects.requireNonNull(claim.get(name))));
        return keys;
    }

    private static Map<String, Object> award(
            String policy, AwardChoice.Item item, LocalDate day, BigDecimal amount, Map<String, Object> keys) {
        Map<String, Object> award = new LinkedHashMap<>();
        if (!item.policy().equals(policy)) {
            award.put("policy", item.policy());
        }
        award.put("item", item.id());
        award.put("decidedOn", day.toString());
        award.put("amount", amount);
        if (!keys.isEmpty()) {
            award.put("keys", keys);
        }
        return award;
    }
}
