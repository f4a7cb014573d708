package io.subsidyrules.ledger.result;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The figures of a result, without its words.
 *
 * @param asOf the date of the evaluation, as 2023-05-01
 * @param sums those of each currency, in the order of the claims; at least one
 * @param awards the eligible items, those of the claims in their order and then those of the applicant
 * @param shown the items that the summary shows, each once with each status
 */
public record Figures(String asOf, List<Sum> sums, List<Award> awards, SortedSet<ShownItem> shown) {

    static final String AS_OF = "asOf";
    static final String TOTAL = "total";
    static final String AT_STAKE = "atStake";
    static final String AWARDS = "awards";
    static final String CURRENCY = "currency";
    static final String TOTALS = "totals";

    /** The members of an entry that say it. */
    static final Set<String> MEMBERS = Set.of(AS_OF, TOTAL, AT_STAKE, AWARDS);

    /** The members of an entry that say what there is to say of other currencies than the yuan. */
    static final Set<String> OF_CURRENCIES = Set.of(CURRENCY, TOTALS);

    public Figures {
        sums = List.copyOf(sums);
        awards = List.copyOf(awards);
        shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    }

    /** The sum of what the claims of the first currency get. */
    public String total() {
        return sums.get(0).total();
    }

    /** The sum at stake in the first currency. */
    public String atStake() {
        return sums.get(0).atStake();
    }

    /** As an entry has them; {@code shown} is in the text of the result alone. */
    public Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>();
        members.put(AS_OF, asOf);
        members.put(TOTAL, total());
        members.put(AT_STAKE, atStake());
        members.put(AWARDS, awards.stream().map(Award::members).toList());
        if (!sums.get(0).isYuan()) {
            members.put(CURRENCY, sums.get(0).currency());
        }
        if (sums.size() > 1) {
            members.put(TOTALS, sums.stream().map(Sum::members).toList());
        }
        return members;
    }

    /** The first member of an entry that says something else. */
    Optional<String> fault(Map<String, ?> members) {
        Map<String, Object> own = members();
        return Stream.concat(MEMBERS.stream(), OF_CURRENCIES.stream())
                .filter(name -> !Objects.equals(own.get(name), members.get(name)))
                .sorted()
                .findFirst();
    }
}
