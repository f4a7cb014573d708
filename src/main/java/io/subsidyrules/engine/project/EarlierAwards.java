package io.subsidyrules.engine.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier awards that were known when a request was decided. With them and the ruleset a decision can be made again
 * without looking anything up.
 *
 * @param byClaim by the index of the claim whose project they are for
 * @param counted those that limits count, once each, in the order of the ledger, of one decision in that of its claims
 *     and their items; where one that the limits need is not among them, they take it that there is none
 * @param lookedUp whether those that limits count were looked up; otherwise limits count those of the request alone
 */
public record EarlierAwards(Map<Integer, EarlierAward> byClaim, List<RecordedAward> counted, boolean lookedUp) {

    /** It was looked for earlier awards, and there are none. */
    public static final EarlierAwards EMPTY = new EarlierAwards(Map.of(), List.of());

    public EarlierAwards {
        byClaim = Map.copyOf(byClaim);
        counted = List.copyOf(counted);
    }

    /** The earlier awards for the claims' projects; those that limits count were not looked up. */
    public EarlierAwards(Map<Integer, EarlierAward> byClaim) {
        this(byClaim, List.of(), false);
    }

    /** The earlier awards for the claims' projects, and those that limits count. */
    public EarlierAwards(Map<Integer, EarlierAward> byClaim, List<RecordedAward> counted) {
        this(byClaim, counted, true);
    }

    /** The award in force for the project of the claim at that index. */
    public Optional<EarlierAward> of(int claim) {
        return Optional.ofNullable(byClaim.get(claim));
    }
}
