package io.subsidyrules.ledger.account;

import io.subsidyrules.ledger.result.Award;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.CountedText;
import io.subsidyrules.ledger.result.DamagedResultException;
import io.subsidyrules.ledger.result.Figures;
import io.subsidyrules.ledger.result.ResultText;
import io.subsidyrules.ledger.result.Sum;
import io.subsidyrules.writing.CanonicalForm;
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
 * @param amounts what later decisions can count
 * @param counted the awards that its limits counted; empty if the entry says so and it cannot be read
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
        List<Fingerprint> amounts,
        Optional<List<CountedAward>> counted,
        boolean compared) {

    /** A project that the award of a claim pays for. */
    record Paid(long claim, ProjectForms project) {}

    /** An award that stood already, by what the entry says. */
    record Earlier(long claim, String decision, long earlierClaim, boolean sameApplicant) {}

    /** @param members of a well-formed entry */
    static Decided of(Map<String, Object> members) {
        RequestFacts request = RequestFacts.of(text(members, "request"));
        return new Decided(
                text(members, "id"),
                text(members, "ruleset"),
                text(members, "caller"),
                Optional.ofNullable((String) members.get("idempotencyKey")),
                request,
                objects(members, "projects")
                        .map(one -> new Paid(number(one, "claim"), ProjectForms.of(text(one, "project"))))
                        .toList(),
                objects(members, "earlierAwards").map(Decided::earlier).toList(),
                awarded(members),
                amounts(members, request.applicant()),
                counted(members),
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

    /** Entries of version 0.1.0 say in the text of their results alone what they award. */
    private static List<Fingerprint> amounts(Map<String, Object> members, String applicant) {
        List<Award> awards;
        String asOf;
        if (members.get("asOf") instanceof String date) {
            asOf = date;
            awards = objects(members, "awards")
                    .map(award -> new Award(
                            (int) number(award, "claim"),
                            text(award, "policy"),
                            text(award, "item"),
                            Optional.ofNullable((String) award.get("amount")),
                            Optional.ofNullable((String) award.get("currency"))))
                    .toList();
        } else {
            try {
                Figures result = ResultText.of(members).figures();
                asOf = result.asOf();
                awards = result.awards();
            } catch (DamagedResultException unreadable) {
                return List.of();
            }
        }
        return awards.stream()
                .flatMap(award -> award.amount().stream()
                        .map(amount -> amount(
                                award.claim(),
                                award.policy(),
                                award.item(),
                                asOf,
                                applicant,
                                amount,
                                award.currency())))
                .toList();
    }

    private static Optional<List<CountedAward>> counted(Map<String, Object> members) {
        try {
            return Optional.of(CountedText.read(members));
        } catch (DamagedResultException unreadable) {
            return Optional.empty();
        }
    }

    /** The fingerprint of an award that its limits counted, as that of the decision that made it. */
    Fingerprint amountOf(CountedAward award) {
        return amount(
                award.claim(),
                award.policy(),
                award.item(),
                award.asOf(),
                award.applicant().orElse(request.applicant()),
                award.amount(),
                award.currency());
    }

    private static Fingerprint amount(
            int claim,
            String policy,
            String item,
            String asOf,
            String applicant,
            String amount,
            Optional<String> currency) {
        return Fingerprint.of(
                Integer.toString(claim),
                policy,
                item,
                asOf,
                CanonicalForm.of(applicant),
                amount,
                currency.orElse(Sum.YUAN));
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
