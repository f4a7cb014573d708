package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.policy.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The changes of a rule other than that it is deleted. */
final class RuleMutants {

    private final Rule rule;

    private RuleMutants(Rule rule) {
        this.rule = rule;
    }

    /**
     * The changes of a rule.
     *
     * @param others the periods of the other rules of the item
     * @param own the conditions that are the rule's alone
     */
    static Stream<Change<Rule>> of(Rule rule, List<Period> others, Predicate<Condition> own) {
        RuleMutants mutants = new RuleMutants(rule);
        return Stream.of(
                        mutants.amounts(),
                        mutants.verbs(),
                        ConditionMutants.of(rule.conditions(), own).map(change -> change.in(rule::asking)),
                        MemberMutants.of(rule),
                        PeriodMutants.of(
                                        rule.period(),
                                        others,
                                        rule.place(),
                                        rule.places().expires().orElse(rule.place()))
                                .map(change -> change.in(rule::in)))
                .flatMap(changes -> changes);
    }

    private Stream<Change<Rule>> amounts() {
        return rule.amount().stream()
                .flatMap(amount -> AmountMutants.of(amount, rule.places()))
                .map(change -> change.in(amount -> rule.giving(rule.outcome(), Optional.of(amount))));
    }

    /** Cash needs an amount, and an entitlement that is no cash has none. */
    private Stream<Change<Rule>> verbs() {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome != rule.outcome())
                .filter(outcome -> outcome != Outcome.AWARD || rule.amount().isPresent())
                .map(outcome -> new Change<>(
                        MutantKind.VERB,
                        Change.text("verb", verb(rule.outcome()), verb(outcome)),
                        rule.places().amount().orElse(rule.place()),
                        rule.giving(outcome, outcome == Outcome.SUPPORT ? Optional.<Amount>empty() : rule.amount())));
    }

    private static String verb(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
