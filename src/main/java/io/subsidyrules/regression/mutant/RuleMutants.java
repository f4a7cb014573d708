package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RulePlaces;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
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
                .flatMap(this::changed)
                .map(change -> change.in(amount -> rule.giving(rule.outcome(), Optional.of(amount))));
    }

    private Stream<Change<Amount>> changed(Amount amount) {
        RulePlaces places = rule.places();
        Place place = places.amount().orElse(places.name());
        if (amount instanceof Amount.Fixed fixed) {
            return yuan(MutantKind.AMOUNT, "amount", fixed.yuan(), place).map(change -> change.in(Amount.Fixed::new));
        }
        if (amount instanceof Amount.Share share) {
            return Stream.concat(
                    yuan(MutantKind.CEILING, "ceiling", share.ceiling(), place)
                            .map(change ->
                                    change.in(other -> new Amount.Share(share.percent(), share.source(), other))),
                    Steps.around(share.percent(), Steps.rate(share.percent()))
                            .filter(percent -> percent.signum() > 0)
                            .map(percent -> new Change<>(
                                    MutantKind.RATE,
                                    Change.moved("percent", share.percent(), percent),
                                    places.percent().orElse(place),
                                    new Amount.Share(percent, share.source(), share.ceiling()))));
        }
        Amount.Composed composed = (Amount.Composed) amount;
        return FormulaMutants.of(composed.formula(), place)
                .map(change ->
                        change.in(formula -> new Amount.Composed(formula, composed.ceiling(), composed.bounded())));
    }

    private static Stream<Change<Yuan>> yuan(MutantKind kind, String key, Yuan yuan, Place place) {
        return Steps.around(yuan.amount(), Steps.money())
                .filter(other -> other.signum() > 0)
                .map(other -> new Change<>(kind, Change.moved(key, yuan.amount(), other), place, new Yuan(other)));
    }

    /** An award needs an amount, and support has none. */
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
