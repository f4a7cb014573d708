package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.limit.AssumedKeys;
import io.subsidyrules.engine.limit.CoveredAward;
import io.subsidyrules.engine.limit.OpenWays;
import io.subsidyrules.engine.stake.AtStake;
import io.subsidyrules.engine.stake.Exclusions;
import io.subsidyrules.engine.stake.StakeKind;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The amount that open items of one claim have at stake together, within the limits that cover them. */
final class ClaimStake {

    private static final StakeKind UNLIMITED = new StakeKind(List.of(), false);

    private final Exclusions exclusions;
    private Map<Rule, OpenWays.Open> open = Map.of();
    private boolean limited;

    ClaimStake(Exclusions exclusions) {
        this.exclusions = exclusions;
    }

    /**
     * Adds an item.
     *
     * @param most that it has at stake, before any limit
     * @param award the same as limits see it; empty where none covers it
     */
    void add(Rule rule, Yuan most, Optional<CoveredAward> award) {
        if (open.isEmpty()) {
            open = new LinkedHashMap<>(4);
        }
        open.put(rule, new OpenWays.Open(most, award));
        limited |= award.isPresent();
    }

    /**
     * The most that they add to what is taken already.
     *
     * @param left what the limits leave, of which it is taken
     */
    Yuan most(OpenWays left) {
        if (limited) {
            return left.take(choices());
        }
        return switch (open.size()) {
            case 0 -> Yuan.ZERO;
            case 1 -> open.values().iterator().next().most();
            default -> stakes().most();
        };
    }

    private AtStake stakes() {
        AtStake stakes = new AtStake(exclusions);
        open.forEach((rule, one) -> stakes.add(rule, one.most()));
        return stakes;
    }

    /** Says of one of them, which limits cover, what it adds at most by itself. */
    static void leave(CoveredAward award, List<Rule> rules, Exclusions exclusions, OpenWays left) {
        left.leave(
                award,
                AssumedKeys.of(award.unknownKeys()).stream()
                        .filter(assumed -> rules.stream().anyMatch(rule -> allows(exclusions, rule, assumed)))
                        .toList());
    }

    private List<OpenWays.Choice> choices() {
        AtStake stakes = stakes();
        List<OpenWays.Choice> choices = new ArrayList<>();
        List<CoveredAward> awards =
                open.values().stream().flatMap(one -> one.award().stream()).toList();
        List<Field> keys = awards.stream()
                .flatMap(award -> award.unknownKeys().stream())
                .distinct()
                .toList();
        for (AssumedKeys assumed : AssumedKeys.of(keys)) {
            for (Set<Rule> together : stakes.choices(this::kind, rule -> allows(exclusions, rule, assumed))) {
                choices.add(choice(assumed, together));
                if (awards.stream().anyMatch(CoveredAward::isAllOrNothing)) {
                    together.forEach(one -> choices.add(choice(assumed, Set.of(one))));
                    choices.add(choice(assumed, Set.of()));
                }
            }
        }
        return choices;
    }

    /** Items that are given in whole or not at all are not added up: a lower one may be given where a higher is not. */
    private StakeKind kind(Rule rule) {
        return Optional.ofNullable(open.get(rule))
                .flatMap(OpenWays.Open::award)
                .map(award -> new StakeKind(award.isAllOrNothing() ? rule : award.limits(), award.isRanked()))
                .orElse(UNLIMITED);
    }

    private OpenWays.Choice choice(AssumedKeys assumed, Set<Rule> together) {
        return new OpenWays.Choice(
                assumed,
                open.entrySet().stream()
                        .filter(one -> together.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static boolean allows(Exclusions exclusions, Rule rule, AssumedKeys assumed) {
        return assumed.values().entrySet().stream()
                .allMatch(key -> exclusions.allow(rule, key.getKey(), key.getValue()));
    }
}
