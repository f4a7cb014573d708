package io.subsidyrules.ledger.account;

import io.subsidyrules.ledger.finding.Finding;
import io.subsidyrules.ledger.finding.FindingCode;
import io.subsidyrules.ledger.result.CountedAward;
import io.subsidyrules.ledger.result.Sum;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The decisions, payments and revocations that the entries of a ledger record, kept as far as a later entry can
 * contradict it: no id, no key and no project twice, no revocation of what is not there. It keeps numbers and
 * fingerprints, of a decision with a key, a project and an amount some 140 to 280 bytes.
 */
public final class Account {

    private final long from;
    private final DecisionsMade decisions = new DecisionsMade();
    private final Awards awards = new Awards();
    private final AwardedAmounts amounts = new AwardedAmounts();
    private final Fingerprints keys = new Fingerprints();
    private final Ints keyLines = new Ints();
    private final Fingerprints revocations = new Fingerprints();
    private final Ints revocationLines = new Ints();
    private final Set<String> rulesets = new HashSet<>();
    private long twiceBefore;
    private Optional<Long> firstTwice = Optional.empty();

    /**
     * The account of an export.
     *
     * @param from the sequence that it begins with. Of an export from the middle nothing is said that depends on what
     *     comes before it
     */
    public Account(long from) {
        this.from = from;
    }

    /** An entry's place. */
    private record Place(int line, long sequence) {

        Optional<Finding> found(FindingCode code, Object... details) {
            return Optional.of(Finding.of(code, line, sequence, details));
        }
    }

    /**
     * Takes in the next entry, which is well-formed.
     *
     * @param members all that it has
     * @return what contradicts an entry before
     */
    public Optional<Finding> read(long line, Map<String, Object> members) {
        Place place = new Place(Math.toIntExact(line), (Long) Objects.requireNonNull(members.get("sequence")));
        return switch (text(members, "kind")) {
            case "RULESET" -> {
                rulesets.add(text(members, "ruleset"));
                yield Optional.empty();
            }
            case "DECISION" -> decision(place, Decided.of(members));
            case "REVOCATION" -> revocation(place, members);
            default -> Optional.empty();
        };
    }

    public Summary summary() {
        return new Summary(decisions.size(), revocations.size(), awards.size(), twiceBefore, firstTwice);
    }

    private Optional<Finding> decision(Place place, Decided decided) {
        return identity(place, decided)
                .or(() -> earlierAwards(place, decided))
                .or(() -> countedAwards(place, decided))
                .or(() -> payments(place, decided));
    }

    /** No id and no key twice, and no ruleset that was not named. */
    private Optional<Finding> identity(Place place, Decided decided) {
        OptionalInt same = decisions.find(decided.id());
        if (same.isPresent()) {
            int line = decisions.line(same.getAsInt());
            return place.found(FindingCode.ID_TWICE, decided.id(), sequence(line), line);
        }
        if (isWhole() && !rulesets.contains(decided.ruleset())) {
            return place.found(FindingCode.RULESET_UNNAMED, decided.ruleset());
        }
        if (decided.key().isEmpty()) {
            return Optional.empty();
        }
        Fingerprint key = Fingerprint.of(decided.caller(), decided.key().get());
        OptionalInt used = keys.find(key);
        if (used.isPresent()) {
            int line = keyLines.get(used.getAsInt());
            return place.found(FindingCode.KEY_USED_TWICE, decided.key().get(), decided.caller(), sequence(line), line);
        }
        keyLines.set(keys.add(key), place.line());
        return Optional.empty();
    }

    /** Checks that an entry's earlier awards are those of the entries before it, and that it pays nothing twice. */
    private Optional<Finding> earlierAwards(Place place, Decided decided) {
        for (Decided.Earlier earlier : decided.earlier()) {
            OptionalInt decision = decisions.find(earlier.decision());
            boolean holds = decision.isPresent()
                    ? isInForce(decision.getAsInt(), earlier.earlierClaim())
                            && decisions.isOf(
                                            decision.getAsInt(),
                                            decided.request().applicant())
                                    == earlier.sameApplicant()
                    : !isWhole();
            if (!holds) {
                return place.found(
                        FindingCode.EARLIER_AWARD_WRONG, earlier.claim(), earlier.earlierClaim(), earlier.decision());
            }
            if (decided.awarded().contains(earlier.claim()) || isPaid(decided, earlier.claim())) {
                return place.found(
                        FindingCode.PAID_BESIDE_EARLIER, earlier.claim(), earlier.earlierClaim(), earlier.decision());
            }
        }
        return Optional.empty();
    }

    /** Checks that what an entry's limits counted was awarded by the entries before it, and is in force. */
    private Optional<Finding> countedAwards(Place place, Decided decided) {
        if (decided.counted().isEmpty()) {
            return place.found(FindingCode.COUNTED_UNREADABLE);
        }
        for (CountedAward award : decided.counted().get()) {
            OptionalInt decision = decisions.find(award.decision());
            boolean holds = decision.isPresent()
                    ? amounts.has(decision.getAsInt(), decided.amountOf(award))
                            && !decisions.isRevoked(decision.getAsInt(), award.claim())
                    : !isWhole();
            if (!holds) {
                return place.found(
                        FindingCode.COUNTED_WRONG,
                        "%s %s".formatted(award.amount(), award.currency().orElse(Sum.YUAN)),
                        award.item(),
                        award.claim(),
                        award.decision());
            }
        }
        return Optional.empty();
    }

    private static boolean isPaid(Decided decided, long claim) {
        return decided.paid().stream().anyMatch(paid -> paid.claim() == claim);
    }

    /** Whether the claim of a decision got an award for a project, which is not revoked. */
    private boolean isInForce(int decision, long claim) {
        for (int award = decisions.firstAward(decision);
                award < awards.size() && awards.decision(award) == decision;
                award++) {
            if (awards.claim(award) == claim) {
                return !decisions.isRevoked(decision, claim);
            }
        }
        return false;
    }

    private boolean isInForce(int award) {
        return !decisions.isRevoked(awards.decision(award), awards.claim(award));
    }

    /**
     * A project has one award, and so have all that look alike; before they were compared so, what is written alike.
     */
    private Optional<Finding> payments(Place place, Decided decided) {
        int decision = decisions.add(decided.id(), place.line(), decided.request(), awards.size());
        amounts.add(decision, decided.amounts());
        for (Decided.Paid paid : decided.paid()) {
            List<Integer> inForce = awards.ofLookAlikes(paid.project()).stream()
                    .filter(this::isInForce)
                    .toList();
            Optional<Integer> other = inForce.stream()
                    .filter(award -> decided.compared() || awards.isWrittenAs(award, paid.project()))
                    .findFirst();
            if (other.isPresent()) {
                int before = awards.decision(other.get());
                int line = decisions.line(before);
                return place.found(
                        FindingCode.PAID_TWICE,
                        paid.claim(),
                        decided.id(),
                        awards.claim(other.get()),
                        decisions.id(before),
                        sequence(line),
                        line);
            }
            if (!inForce.isEmpty()) {
                twiceBefore++;
                firstTwice = firstTwice.or(() -> Optional.of(place.sequence()));
            }
            awards.add(decision, (int) paid.claim(), paid.project(), this::isInForce);
        }
        return Optional.empty();
    }

    private Optional<Finding> revocation(Place place, Map<String, Object> members) {
        Fingerprint id = Fingerprint.ofId(text(members, "id"));
        OptionalInt same = revocations.find(id);
        if (same.isPresent()) {
            int line = revocationLines.get(same.getAsInt());
            return place.found(FindingCode.ID_TWICE, text(members, "id"), sequence(line), line);
        }
        revocationLines.set(revocations.add(id), place.line());
        String revoked = text(members, "decision");
        OptionalInt decision = decisions.find(revoked);
        if (decision.isEmpty()) {
            return isWhole() ? place.found(FindingCode.REVOKES_UNKNOWN, revoked) : Optional.empty();
        }
        return members.get("claims") instanceof List<?> claims
                ? revoke(place, decision.getAsInt(), revoked, claims)
                : revoke(place, decision.getAsInt(), revoked);
    }

    private Optional<Finding> revoke(Place place, int decision, String id) {
        if (decisions.isRevoked(decision)) {
            return place.found(FindingCode.REVOKED_TWICE, id);
        }
        decisions.revoke(decision, place.line());
        return Optional.empty();
    }

    private Optional<Finding> revoke(Place place, int decision, String id, List<?> claims) {
        for (Object one : claims) {
            long claim = (Long) one;
            if (decisions.lacks(decision, claim)) {
                return place.found(FindingCode.REVOKES_NO_CLAIM, claim, id);
            }
            if (decisions.isRevoked(decision, claim)) {
                return place.found(FindingCode.CLAIM_REVOKED_TWICE, claim, id);
            }
            decisions.revokeClaim(decision, claim);
        }
        return Optional.empty();
    }

    private boolean isWhole() {
        return from == 1;
    }

    private long sequence(int line) {
        return from - 1 + line;
    }

    private static String text(Map<String, Object> members, String name) {
        return (String) Objects.requireNonNull(members.get(name), name);
    }
}
