package io.subsidyrules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy as its ledger of clauses ({@code policy.yaml}) describes it.
 *
 * @param id the name of its folder
 * @param issued the day on which the issuer published it
 */
public record Policy(
        String id,
        Text title,
        Text issuer,
        LocalDate issued,
        Text source,
        List<Reading> readings,
        List<Measure> measures,
        Place place) {

    public Policy {
        readings = List.copyOf(readings);
        measures = List.copyOf(measures);
    }

    /** All clauses in the order of the text. */
    public Stream<Clause> clauses() {
        return measures.stream().flatMap(measure -> measure.clauses().stream());
    }

    public Optional<Measure> measure(int number) {
        return measures.stream().filter(measure -> measure.number() == number).findFirst();
    }

    public Optional<Reading> reading(String id) {
        return readings.stream().filter(reading -> reading.id().equals(id)).findFirst();
    }
}
