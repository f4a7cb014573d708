package io.subsidyrules.policy;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A policy as its ledger of clauses ({@code policy.yaml}) describes it.
 *
 * @param id the name of its folder
 * @param issued the day on which the issuer published it
 * @param per the words for what items are given for; every rule cites one
 * @param currency of all its amounts
 * @param tables the titles of tables and lists
 * @param largestAmount no rule of the policy names a larger one; {@link #LARGEST_AMOUNT} where the file does not say
 */
public record Policy(
        String id,
        Text title,
        Text issuer,
        LocalDate issued,
        Text source,
        Currency currency,
        Yuan largestAmount,
        List<Reading> readings,
        List<Unit> per,
        List<TableTitle> tables,
        List<Measure> measures,
        Place place) {

    /** In the currency of the policy, the largest amount of one that states none. */
    public static final BigDecimal LARGEST_AMOUNT = new BigDecimal("100000000");

    public Policy {
        readings = List.copyOf(readings);
        per = List.copyOf(per);
        tables = List.copyOf(tables);
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

    /** The words for what an item is given for, by the id that rules cite. */
    public Optional<Unit> per(String id) {
        return per.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
