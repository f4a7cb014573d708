package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The amount that an item of a claim awards, or has at stake, as limits count it. Used by one thread. */
public final class CoveredAward {

    private final int claim;
    private final String claimId;
    private final Facts facts;
    private final Yuan whole;
    private final boolean exact;
    private final List<Covering> covering = new ArrayList<>();
    private final Map<String, Field> unknown = new LinkedHashMap<>();
    private Status status;
    private Yuan granted;

    @Nullable
    private Covering refusing;

    /**
     * An award before any limit.
     *
     * @param claim the index of its claim in the request
     * @param whole what its rule awards, or has at stake
     * @param exact whether it can come to nothing else, if it comes to anything
     */
    CoveredAward(int claim, String claimId, Facts facts, Status status, Yuan whole, boolean exact) {
        this.claim = claim;
        this.claimId = claimId;
        this.facts = facts;
        this.whole = whole;
        this.exact = exact;
        this.status = status;
        this.granted = whole;
    }

    /** A limit that covers it, with what it made of it. */
    static final class Covering {

        private final LimitState limit;
        private final Pool pool;
        private final boolean known;

        /** Its part in the amount; null where it was not asked. */
        @Nullable
        private LimitStep step;

        /** @param known whether it is known that the limit applies, how far it goes, and what it counts together */
        Covering(LimitState limit, Pool pool, boolean known) {
            this.limit = limit;
            this.pool = pool;
            this.known = known;
        }

        LimitState limit() {
            return limit;
        }

        /** Whether it surely applies. */
        boolean applies() {
            return limit.applies() == Truth.TRUE;
        }

        Ceiling ceiling() {
            return limit.limit().limit().ceiling();
        }

        boolean isAllOrNothing() {
            return applies() && ceiling() instanceof Ceiling.Sum sum && sum.orNothing();
        }

        Pool pool() {
            return pool;
        }

        boolean known() {
            return known;
        }

        Optional<LimitStep> step() {
            return Optional.ofNullable(step);
        }

        void leave(LimitStep made) {
            step = made;
        }
    }

    int claim() {
        return claim;
    }

    String claimId() {
        return claimId;
    }

    Facts facts() {
        return facts;
    }

    /** The amount that its rule awards, or has at stake. */
    Yuan whole() {
        return whole;
    }

    /** Whether {@link #whole} is all that it can come to. */
    boolean exact() {
        return exact;
    }

    List<Covering> covering() {
        return covering;
    }

    /** The limits that cover it; awards of one claim with the same ones are counted together. */
    public List<Object> limits() {
        return covering.stream().<Object>map(Covering::limit).toList();
    }

    /** Whether one of several is given, the highest. */
    public boolean isRanked() {
        return covering.stream().anyMatch(one -> one.applies() && one.ceiling() instanceof Ceiling.Highest);
    }

    /** Whether it is refused where it does not fit in whole. */
    public boolean isAllOrNothing() {
        return covering.stream().anyMatch(Covering::isAllOrNothing);
    }

    /** The unknown fields of the claim by whose values limits count apart. */
    public List<Field> unknownKeys() {
        return covering.stream()
                .filter(Covering::applies)
                .flatMap(one -> one.limit().limit().keys(facts.claim().type()).stream())
                .filter(key -> facts.claim().value(key) == null)
                .toList();
    }

    /** The awards that it is counted with, if its unknown keys have the values that are assumed. */
    Pool pool(Covering one, AssumedKeys assumed) {
        return one.limit().pool(facts.claim(), assumed);
    }

    /** The status after all limits. */
    public Status status() {
        return status;
    }

    /** The amount after all limits: the one of an eligible award, else the most that is at stake. */
    public Yuan granted() {
        return granted;
    }

    /** The unknown fields without which no limit can be worked out, by their pointers. */
    public Map<String, Field> unknown() {
        return unknown;
    }

    /** The limit that refuses it. */
    Optional<Covering> refusing() {
        return Optional.ofNullable(refusing);
    }

    void cover(Covering limit, Map<String, Field> missing) {
        covering.add(limit);
        unknown.putAll(missing);
        if (!limit.known()) {
            status = status.worst(Status.UNDETERMINED);
        }
    }

    /** The amount after the limits so far, for the next one to grant. */
    Pool.Entry entry() {
        return new Pool.Entry(claim, claimId, granted);
    }

    /** A limit leaves it so much. */
    void step(Pool pool, LimitStep made) {
        for (Covering one : covering) {
            if (one.pool == pool) {
                one.step = made;
                granted = made.after();
                if (granted.isZero()) {
                    refuse(one);
                }
                return;
            }
        }
    }

    /** A limit refuses it, whatever else is unknown. */
    void refuse(Covering limit) {
        if (limit.step == null) {
            limit.step = new LimitStep(limit.pool.usage(), whole, Yuan.ZERO);
        }
        refusing = limit;
        status = Status.NOT_ELIGIBLE;
        granted = Yuan.ZERO;
    }

    /** Says the most that it has at stake. */
    void atStake(Yuan most) {
        granted = most;
    }
}
