package io.subsidyrules.effect;

import java.util.EnumMap;
import java.util.Map;

/** How many win and lose, and what is paid by both versions of the rules. */
public final class Tally {

    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    private final Sums sums = new Sums();

    void add(Verdict verdict) {
        counts.merge(verdict, 1L, Long::sum);
    }

    void add(RequestEffect request) {
        add(request.verdict());
        sums.add(request.sums());
    }

    void add(ItemEffect item) {
        add(item.verdict());
        sums.add(item);
    }

    /** The number of those with that verdict. */
    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** The amounts that are paid. */
    public Sums sums() {
        return sums;
    }

    /** Whether anything of it changes. */
    public boolean isChanged() {
        return counts.keySet().stream().anyMatch(verdict -> verdict != Verdict.UNCHANGED);
    }
}
