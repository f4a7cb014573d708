package io.subsidyrules.regression.mutant;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.RulePlaces;
import io.subsidyrules.fault.Place;
import io.subsidyrules.policy.Yuan;
import java.util.stream.Stream;

/** The changes of an amount: its numbers a least step more or less, a ceiling or a least amount left out. */
final class AmountMutants {

    private AmountMutants() {}

    static Stream<Change<Amount>> of(Amount amount, RulePlaces places) {
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
}
