package io.subsidyrules.policy;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A part of a measure that is cited on its own.
 *
 * @param number the measure's number, a point, and the number within the measure: "2.1"
 * @param items what is decided under it, in the order of the text; empty if there is a reason
 * @param reason why nothing in it is decided per applicant
 * @param summaryPlaces where its summary is written
 */
public record Clause(
        String number,
        Text title,
        Text summary,
        List<Item> items,
        Optional<Text> reason,
        Place place,
        TextPlaces summaryPlaces) {

    public Clause {
        items = List.copyOf(items);
    }
}
