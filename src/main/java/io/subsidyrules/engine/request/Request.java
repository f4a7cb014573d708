package io.subsidyrules.engine.request;

import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.KnownField;
import io.subsidyrules.engine.project.ClaimedProject;
import io.subsidyrules.engine.project.KeyFields;
import io.subsidyrules.engine.request.direct.ClaimValues;
import io.subsidyrules.engine.request.direct.RequestValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request that was read without a fault; it belongs to the ruleset whose reader read it, for one evaluation. */
public final class Request {

    private final LocalDate asOf;
    private final Fact applicant;
    private final List<Claim> claims;
    private final Optional<Set<String>> policies;
    private final Optional<String> reference;
    private final boolean asSent;

    /**
     * A request.
     *
     * @param policies the policies that it asks for; empty for all
     * @param reference what the caller calls it
     * @param asSent whether its projects are the same only where they are written the same
     */
    Request(
            LocalDate asOf,
            Fact applicant,
            List<Claim> claims,
            Optional<Set<String>> policies,
            Optional<String> reference,
            boolean asSent) {
        this.asOf = asOf;
        this.applicant = applicant;
        this.claims = Collections.unmodifiableList(claims);
        this.policies = policies;
        this.reference = reference;
        this.asSent = asSent;
    }

    /**
     * The request that has these values.
     *
     * @param today its day where it gives none
     * @param asSent whether its projects are the same only where they are written the same
     */
    static Request of(RequestValues values, LocalDate today, boolean asSent) {
        LocalDate asOf = values.asOf().orElse(today);
        List<Claim> claims = new ArrayList<>(values.claims().size());
        for (ClaimValues claim : values.claims()) {
            claims.add(new Claim(claim.id(), claim.fact().on(asOf, ClaimValues.pointer(claims.size()))));
        }
        return new Request(
                asOf,
                values.applicant().on(asOf, "/applicant"),
                claims,
                values.policies().isEmpty() ? Optional.empty() : Optional.of(values.policies()),
                values.reference(),
                asSent);
    }

    /**
     * A request that nobody sent, made up to find out what rules say.
     *
     * @param applicant the facts at {@code /applicant}, as of that day, of which no rule has fired
     * @param claims with such facts of that day
     */
    public static Request madeUp(LocalDate asOf, Fact applicant, List<Claim> claims) {
        return new Request(asOf, applicant, List.copyOf(claims), Optional.empty(), Optional.empty(), false);
    }

    /** Whether it was decided when projects were the same only where they were written the same. */
    public boolean comparesAsSent() {
        return asSent;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** The facts that it states about the applicant, in the order of the declare. */
    public List<KnownField> knownOfApplicant() {
        return applicant.known();
    }

    /** The facts that it states about the claim at that index, except its id, in the order of the declare. */
    public List<KnownField> knownOfClaim(int index) {
        return claims.get(index).fact().known();
    }

    /** The caller's own name for it, where it was read to be recorded and has one. */
    public Optional<String> reference() {
        return reference;
    }

    public int claimCount() {
        return claims.size();
    }

    /** The name of the type of the claim at that index. */
    public String claimType(int index) {
        return claims.get(index).fact().type().name();
    }

    /** The id that the request gives the claim at that index. */
    public String claimId(int index) {
        return claims.get(index).id();
    }

    /** The project that the claim at that index is for. */
    public ClaimedProject claimedProject(int index) {
        return ClaimedProject.of(claims.get(index).fact(), applicant);
    }

    /** The key fields that distinguish the projects of the type of the claim at that index. */
    public KeyFields projectKeys(int index) {
        return KeyFields.of(claims.get(index).fact().type(), applicant.type());
    }

    /** The applicant's id; empty if the vocabulary does not require it and the request does not give it. */
    public Optional<String> applicantId() {
        return applicant.text("id");
    }

    /** A field of the applicant as a text, as {@code divisionCode}; empty if it is unknown or not declared. */
    public Optional<String> applicantText(String field) {
        return applicant.text(field);
    }

    public Fact applicant() {
        return applicant;
    }

    public List<Claim> claims() {
        return claims;
    }

    /** Whether the items of that policy are to be decided. */
    public boolean asksFor(String policy) {
        return policies.isEmpty() || policies.get().contains(policy);
    }
}
