package io.subsidyrules.effect;

import java.util.List;
import java.util.Optional;

/**
 * The effect on a request that both versions of the rules answer.
 *
 * @param line of the file, counted from 1
 * @param decision the id of the decision that it was recorded in; empty for a request that was not recorded
 * @param applicant the applicant's id, as the request gives it
 * @param items those that one of the two answers shows, in the order of claims and items
 * @param recorded what is to be known of the record; empty for a request that was not recorded
 */
public record RequestEffect(
        int line,
        Optional<String> decision,
        Optional<String> applicant,
        City city,
        List<ItemEffect> items,
        Optional<Recorded> recorded)
        implements LineEffect {

    public RequestEffect {
        items = List.copyOf(items);
    }

    /**
     * A note on a recorded request.
     *
     * @param revoked whether the decision, or claims of it, were revoked since
     * @param partly whether limits counted earlier awards that the record does not tell in full
     */
    public record Recorded(boolean revoked, boolean partly) {}

    /** The items that differ. */
    public List<ItemEffect> changes() {
        return items.stream()
                .filter(item -> item.verdict() != Verdict.UNCHANGED)
                .toList();
    }

    /** The same with the items that differ alone. */
    public RequestEffect changed() {
        return new RequestEffect(line, decision, applicant, city, changes(), recorded);
    }

    /** The amounts that are paid by both versions. */
    public Sums sums() {
        Sums sums = new Sums();
        items.forEach(sums::add);
        return sums;
    }

    /** The effect on the request as a whole: money first, then what became or ceased to be eligible. */
    public Verdict verdict() {
        Verdict money = sums().verdict();
        if (money != Verdict.UNCHANGED) {
            return money;
        }
        boolean wins = items.stream().anyMatch(item -> item.verdict() == Verdict.WINNER);
        boolean loses = items.stream().anyMatch(item -> item.verdict() == Verdict.LOSER);
        if (wins != loses) {
            return wins ? Verdict.WINNER : Verdict.LOSER;
        }
        return changes().isEmpty() ? Verdict.UNCHANGED : Verdict.OTHERWISE;
    }
}
