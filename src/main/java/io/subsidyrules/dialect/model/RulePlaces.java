package io.subsidyrules.dialect.model;

import io.subsidyrules.fault.Place;
import java.util.Optional;

/**
 * The places of the parts of a rule.
 *
 * @param name its name
 * @param percent the number of per cent of its amount; empty if it has none
 * @param expires the date of {@code date-expires}; empty if it has none
 * @param amount its amount; empty if it has none
 */
public record RulePlaces(Place name, Optional<Place> percent, Optional<Place> expires, Optional<Place> amount) {

    /** The places of a rule of which only the name is written somewhere. */
    public static RulePlaces at(Place name) {
        return new RulePlaces(name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
