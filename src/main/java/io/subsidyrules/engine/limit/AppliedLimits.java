package io.subsidyrules.engine.limit;

import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The limits on the awards of one request. All that the rules award, or have at stake, is added first; then what is
 * decided is granted, and what is open is seen beside it. Used by one thread.
 */
public final class AppliedLimits {

    private final List<LimitState> states;
    private final boolean consulted;
    private final List<CoveredAward> covered = new ArrayList<>();
    private final Map<LimitState, Map<Pool, List<CoveredAward>>> awards = new HashMap<>();
    private final Map<Pool, List<CoveredAward>> granted = new HashMap<>();

    AppliedLimits(List<EvaluableLimit> limits, Request request, Optional<EarlierAwards> awards) {
        this.states = limits.isEmpty()
                ? List.of()
                : limits.stream()
                        .map(limit -> new LimitState(limit, request.applicant(), awards))
                        .toList();
        this.consulted = awards.filter(EarlierAwards::lookedUp).isPresent();
    }

    /** Whether any limit can concern the request. */
    public boolean areNone() {
        return states.isEmpty();
    }

    /** Whether any of them covers an item, and may apply. */
    public boolean cover(RuledItem item) {
        return states.stream()
                .anyMatch(
                        state -> state.applies() != Truth.FALSE && state.limit().covers(item));
    }

    /** Whether it was looked for recorded awards. */
    public boolean haveConsulted() {
        return consulted;
    }

    /**
     * Adds what an item awards, or has at stake; empty if no limit covers it. Awards are added in the order of the
     * request.
     *
     * @param claim the index of its claim
     * @param status by its rule: eligible, referred or undetermined
     * @param exact whether it can come to nothing but that amount, if it comes to anything
     */
    public Optional<CoveredAward> add(
            int claim, String claimId, RuledItem item, Facts facts, Status status, Yuan amount, boolean exact) {
        Optional<CoveredAward> award = covered(claim, claimId, item, facts, status, amount, exact);
        award.ifPresent(this::add);
        return award;
    }

    private Optional<CoveredAward> covered(
            int claim, String claimId, RuledItem item, Facts facts, Status status, Yuan amount, boolean exact) {
        CoveredAward award = new CoveredAward(claim, claimId, facts, status, amount, exact);
        for (LimitState state : states) {
            if (state.limit().covers(item)) {
                state.member(facts.claim())
                        .ifPresent(member -> award.cover(
                                new CoveredAward.Covering(
                                        state,
                                        member.pool(),
                                        member.missing().isEmpty() && state.applies() == Truth.TRUE),
                                member.missing()));
            }
        }
        return award.covering().isEmpty() ? Optional.empty() : Optional.of(award);
    }

    private void add(CoveredAward award) {
        covered.add(award);
        for (CoveredAward.Covering one : award.covering()) {
            awards.computeIfAbsent(one.limit(), state -> new LinkedHashMap<>())
                    .computeIfAbsent(one.pool(), pool -> new ArrayList<>())
                    .add(award);
        }
    }

    /** Grants what is decided: by each limit in turn what those before it left. */
    public void grant() {
        for (LimitState state : states) {
            awards.getOrDefault(state, Map.of()).forEach(this::grant);
        }
        for (CoveredAward award : covered) {
            if (award.status() == Status.REFERRED || award.status() == Status.UNDETERMINED) {
                award.covering().stream()
                        .filter(one -> one.known() && one.pool().refusesAlways(award.whole(), award.exact()))
                        .findFirst()
                        .ifPresent(award::refuse);
            }
        }
    }

    private void grant(Pool pool, List<CoveredAward> members) {
        List<CoveredAward> decided = members.stream()
                .filter(award -> award.status() == Status.ELIGIBLE)
                .toList();
        List<LimitStep> steps =
                pool.grant(decided.stream().map(CoveredAward::entry).toList());
        for (int i = 0; i < decided.size(); i++) {
            decided.get(i).step(pool, steps.get(i));
        }
        granted.put(pool, decided);
    }

    /** The rest that they leave for what is open, however it is had. */
    public OpenWays ways() {
        return states.isEmpty() ? OpenWays.NONE : new OpenWays(open());
    }

    private OpenAwards open() {
        return new OpenAwards(pool -> pool.room(granted.getOrDefault(pool, List.of()).stream()
                .map(CoveredAward::granted)
                .toList()));
    }
}
