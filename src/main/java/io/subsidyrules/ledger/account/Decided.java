package io.subsidyrules.ledger.account;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A DECISION entry, as far as later entries, or those before, can contradict it.
 *
 * @param key the caller's and its key; empty if it had none
 * @param awarded the claims that an amount is awarded to; empty if the entry says so in its text alone
 */
record Decided(
        String id,
        String ruleset,
        String caller,
        Optional<String> key,
        RequestFacts request,
        List<Paid> paid,
        List<Earlier> earlier,
        Set<Long> awarded,
        boolean compared) {

    /** A project that the award of a claim pays for. */
    record Paid(long claim, ProjectForms project) {}

    /** An award that stood already, by what the entry says. */
    record Earlier(long claim, String decision, long earlierClaim, boolean sameApplicant) {}

    /** @param members of a well-formed entry */
    static Decided of(Map<String, Object> members) {
        return new Decided(
                text(members, "id"),
                text(members, "ruleset"),
                text(members, "caller"),
                Optional.ofNullable((String) members.get("idempotencyKey")),
                RequestFacts.of(text(members, "request")),
                objects(members, "projects")
                        .map(one -> new Paid(number(one, "claim"), ProjectForms.of(text(one, "project"))))
                        .toList(),
                objects(members, "earlierAwards").map(Decided::earlier).toList(),
                awarded(members),
                members.containsKey("projectForm"));
    }

    private static Earlier earlier(Map<?, ?> one) {
        return new Earlier(
                number(one, "claim"),
                text(one, "decision"),
                number(one, "earlierClaim"),
                Boolean.TRUE.equals(one.get("sameApplicant")));
    }

    private static Set<Long> awarded(Map<String, Object> members) {
        Set<Long> claims = new HashSet<>();
        objects(members, "awards")
                .filter(award -> award.containsKey("amount"))
                .forEach(award -> claims.add(number(award, "claim")));
        return claims;
    }

    private static Stream<Map<?, ?>> objects(Map<?, ?> members, String name) {
        return members.get(name) instanceof List<?> list ? list.stream().map(one -> (Map<?, ?>) one) : Stream.empty();
    }

    private static String text(Map<?, ?> members, String name) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }

    private static long number(Map<?, ?> members, String name) {
        return (Long) Objects.requireNonNull(members.get(name), name);
    }
}
