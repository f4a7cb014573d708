package io.subsidyrules.engine.project;

import java.util.Map;
import java.util.Optional;

/**
 * The earlier awards that were known when a request was decided, by the index of the claim whose project they are for.
 * With it and the ruleset a decision can be made again without looking anything up.
 */
public record EarlierAwards(Map<Integer, EarlierAward> byClaim) {

    /** It was looked for earlier awards, and there are none. */
    public static final EarlierAwards EMPTY = new EarlierAwards(Map.of());

    public EarlierAwards {
        byClaim = Map.copyOf(byClaim);
    }

    /** The award in force for the project of the claim at that index. */
    public Optional<EarlierAward> of(int claim) {
        return Optional.ofNullable(byClaim.get(claim));
    }
}
