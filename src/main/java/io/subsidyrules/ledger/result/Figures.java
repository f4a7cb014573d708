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

/**
 * The figures of a result, without its words.
 *
 * @param asOf the date of the evaluation, as 2023-05-01
 * @param total in yuan with two decimals, as is what is at stake
 * @param awards the eligible items, those of the claims in their order and then those of the applicant
 * @param shown the items that the summary shows, each once with each status
 */
public record Figures(String asOf, String total, String atStake, List<Award> awards, SortedSet<ShownItem> shown) {

    static final String AS_OF = "asOf";
    static final String TOTAL = "total";
    static final String AT_STAKE = "atStake";
    static final String AWARDS = "awards";

    /** The members of an entry that say it. */
    static final Set<String> MEMBERS = Set.of(AS_OF, TOTAL, AT_STAKE, AWARDS);

    public Figures {
        awards = List.copyOf(awards);
        shown = Collections.unmodifiableSortedSet(new TreeSet<>(shown));
    }

    /** As an entry has them; {@code shown} is in the text of the result alone. */
    public Map<String, Object> members() {
        Map<String, Object> members = new HashMap<>();
        members.put(AS_OF, asOf);
        members.put(TOTAL, total);
        members.put(AT_STAKE, atStake);
        members.put(AWARDS, awards.stream().map(Award::members).toList());
        return members;
    }

    /** The first member of an entry that says something else. */
    Optional<String> fault(Map<String, ?> members) {
        return members().entrySet().stream()
                .filter(member -> !Objects.equals(member.getValue(), members.get(member.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
