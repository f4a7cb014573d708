package io.subsidyrules.engine;

import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import java.util.List;

/** A claim with what the rules make of its items; one that repeats another has none. */
record JudgedClaim(Subject subject, List<Judged> items) {

    /**
     * The subject that items are judged on.
     *
     * @param index of its claim in the request; 0 where it is the applicant alone
     * @param rules those on its type
     * @param before the claims that this one must not come to repeat
     */
    record Subject(int index, Facts facts, TypeRules rules, List<Fact> before, PaidOnce paid) {}
}
