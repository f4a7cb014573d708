package io.subsidyrules.dialect;

import io.subsidyrules.policy.Place;
import java.util.Optional;

/**
 * Where the parts of a rule are written.
 *
 * @param name its name
 * @param percent the number of per cent of its amount; empty where it has none
 * @param expires the date of {@code date-expires}; empty where it has none
 */
public record RulePlaces(Place name, Optional<Place> percent, Optional<Place> expires) {

    /** The places of a rule of which only the name is written somewhere. */
    public static RulePlaces at(Place name) {
        return new RulePlaces(name, Optional.empty(), Optional.empty());
    }

    static RulePlaces of(Syntax.RuleDeclare declare) {
        return new RulePlaces(
                declare.name().place(),
                declare.consequence()
                        .flatMap(Syntax.Consequence::amount)
                        .flatMap(Syntax.Amount::percent)
                        .map(Syntax.Name::place),
                declare.attributes().stream()
                        .filter(attribute -> attribute.name().equals("date-expires"))
                        .map(attribute -> attribute.value().place())
                        .findFirst());
    }
}
