package io.subsidyrules.dialect.limit;

import io.subsidyrules.dialect.bind.BoundLimit;
import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds limits that cannot mean what they say. */
final class LimitCheck {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LimitCheck.class);

    private final Limit limit;
    private final BoundLimit written;
    private final List<Rule> rules;

    /** Those of the awards that it counts, and of its own policy. */
    private final SortedSet<String> currencies;

    private final Faults faults;

    /** @param rules those of all policies */
    LimitCheck(Limit limit, BoundLimit written, List<Rule> rules, Faults faults) {
        this.limit = limit;
        this.written = written;
        this.rules = rules.stream().filter(limit::counts).toList();
        this.currencies = rules.stream()
                .filter(rule -> limit.counts(rule) || rule.policy().equals(limit.policy()))
                .map(rule -> rule.currency().code())
                .collect(Collectors.toCollection(TreeSet::new));
        this.faults = faults;
    }

    /**
     * Whether it has no fault; the first one is added.
     *
     * @param earlier the limits before it, of all policies
     */
    boolean isSound(List<Limit> earlier) {
        if (rules.stream().noneMatch(rule -> rule.outcome() == Outcome.AWARD)) {
            faults.add(written.awards().type().place(), FaultCode.LIMIT_OF_NOTHING);
            return false;
        }
        return isOfOneCurrency() && hasKeys() && isAlone(earlier) && isReached();
    }

    /** Amounts of two currencies are neither summed nor compared. */
    private boolean isOfOneCurrency() {
        boolean one = currencies.size() == 1;
        if (!one) {
            faults.add(written.awards().type().place(), FaultCode.LIMIT_OF_CURRENCIES, String.join(", ", currencies));
        }
        return one;
    }

    private boolean hasKeys() {
        Set<FactType> types = types();
        boolean whole = true;
        for (Syntax.AwardsPart part : written.awards().parts()) {
            if (part instanceof Syntax.Same key && limit.awards().scope() instanceof AwardChoice.OfProject) {
                faults.add(
                        key.field().place(),
                        FaultCode.SAME_OF_PROJECT,
                        key.field().text());
                whole = false;
                continue;
            }
            for (FactType type : types) {
                List<String> keys = type.keys().stream().map(Field::name).toList();
                if (part instanceof Syntax.Same key
                        && !keys.contains(key.field().text())) {
                    faults.add(
                            key.field().place(),
                            FaultCode.LIMIT_KEY,
                            key.field().text(),
                            type.name(),
                            TEXTS.text("keysOf", String.join(", ", keys)));
                    whole = false;
                } else if (part instanceof Syntax.Of
                        && limit.awards().scope() instanceof AwardChoice.OfProject
                        && keys.isEmpty()) {
                    faults.add(part.place(), FaultCode.LIMIT_KEY, "project", type.name(), TEXTS.text("noKeys"));
                    whole = false;
                }
            }
        }
        return whole;
    }

    private Set<FactType> types() {
        Set<FactType> types = new LinkedHashSet<>();
        rules.forEach(rule -> rule.claim().ifPresent(types::add));
        return types;
    }

    /** Two limits of one kind on the same awards cannot both be what one clause says. */
    private boolean isAlone(List<Limit> earlier) {
        for (Limit other : earlier) {
            if (other.policy().equals(limit.policy())
                    && other.clause().equals(limit.clause())
                    && other.period().overlaps(limit.period())
                    && other.ceiling().getClass().equals(limit.ceiling().getClass())
                    && other.awards().equalsIn(limit.awards())
                    && expressions(other).equals(expressions(limit))) {
                faults.add(limit.place(), FaultCode.LIMIT_TWICE, other.name(), limit.name(), limit.clause());
                return false;
            }
        }
        return true;
    }

    private static List<Expression> expressions(Limit limit) {
        return limit.conditions().stream().map(Condition::expression).toList();
    }

    private boolean isReached() {
        Place place = written.number();
        Ceiling ceiling = limit.ceiling();
        if (ceiling instanceof Ceiling.Sum sum
                && sum.yuan() instanceof Ceiling.Fixed fixed
                && isTooLow(fixed.value())) {
            faults.add(place, FaultCode.LIMIT_TOO_LOW, new Yuan(fixed.value()), least());
            return false;
        }
        if (isOnce() && isBeyond(ceiling)) {
            faults.add(place, FaultCode.LIMIT_UNREACHED);
            return false;
        }
        return true;
    }

    /** Whether each single award is above it, whatever the facts. */
    private boolean isTooLow(BigDecimal number) {
        return rules.stream().allMatch(rule -> rule.amount().orElseThrow() instanceof Amount.Fixed)
                && least().amount().compareTo(number) > 0;
    }

    private Yuan least() {
        return rules.stream()
                .map(rule -> rule.amount().orElseThrow().ceiling())
                .min(Yuan::compareTo)
                .orElseThrow();
    }

    /** Whether a limit counts one claim of each type at most, since a project is paid once. */
    private boolean isOnce() {
        return limit.awards().scope() instanceof AwardChoice.OfApplicant
                && types().stream()
                        .map(FactType::keys)
                        .allMatch(keys -> !keys.isEmpty()
                                && limit.awards()
                                        .same()
                                        .containsAll(
                                                keys.stream().map(Field::name).toList()));
    }

    private boolean isBeyond(Ceiling ceiling) {
        Map<AwardChoice.Item, Yuan> most = new HashMap<>();
        rules.forEach(rule -> most.merge(
                new AwardChoice.Item(rule.policy(), rule.item()),
                rule.amount().orElseThrow().ceiling(),
                Yuan::max));
        return ceiling.match(new Ceiling.Cases<>() {
            @Override
            public Boolean sum(Ceiling.Sum sum) {
                return reaches(sum.yuan(), sumOf(most.values()));
            }

            @Override
            public Boolean count(Ceiling.Count count) {
                return reaches(count.awards(), BigDecimal.valueOf(most.size()));
            }

            @Override
            public Boolean highest(Ceiling.Highest highest) {
                return most.size() == 1;
            }
        });
    }

    private static boolean reaches(Ceiling.Bound number, BigDecimal most) {
        return number instanceof Ceiling.Fixed fixed && fixed.value().compareTo(most) >= 0;
    }

    private static BigDecimal sumOf(Collection<Yuan> amounts) {
        return amounts.stream().reduce(Yuan.ZERO, Yuan::plus).amount();
    }
}
