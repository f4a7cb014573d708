package io.subsidyrules.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request that was read without a fault; it belongs to the ruleset whose reader read it, for one evaluation. */
public final class Request {

    private final LocalDate asOf;
    private final Fact applicant;
    private final List<Claim> claims;
    private final Optional<Set<String>> policies;

    /** @param policies the policies that it asks for; empty for all */
    Request(LocalDate asOf, Fact applicant, List<Claim> claims, Optional<Set<String>> policies) {
        this.asOf = asOf;
        this.applicant = applicant;
        this.claims = List.copyOf(claims);
        this.policies = policies;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** What it says of the applicant, in the order of the declare. */
    public List<KnownField> knownOfApplicant() {
        return applicant.known();
    }

    /** What it says of the claim at that index, its id aside, in the order of the declare. */
    public List<KnownField> knownOfClaim(int index) {
        return claims.get(index).fact().known();
    }

    Fact applicant() {
        return applicant;
    }

    List<Claim> claims() {
        return claims;
    }

    /** Whether the items of that policy are to be decided. */
    public boolean asksFor(String policy) {
        return policies.isEmpty() || policies.get().contains(policy);
    }
}
