package io.subsidyrules.ledger.account;

import java.util.OptionalInt;
import java.util.UUID;

/** The decisions of a ledger, each with its number in the order in which they came, and what of them is revoked. */
final class DecisionsMade {

    private final Fingerprints ids = new Fingerprints();
    private final Fingerprints revokedClaims = new Fingerprints();
    private final Ints lines = new Ints();
    private final Ints claims = new Ints();
    private final Ints applicants = new Ints();
    private final Ints firstAwards = new Ints();
    private final Ints revokedAt = new Ints();

    OptionalInt find(String id) {
        return ids.find(Fingerprint.ofId(id));
    }

    /**
     * Takes in one that is not there yet; its number.
     *
     * @param line of the export
     * @param awards how many awards there were before it
     */
    int add(String id, int line, RequestFacts request, int awards) {
        int number = ids.add(Fingerprint.ofId(id));
        lines.set(number, line);
        claims.set(number, request.claims());
        applicants.set(number, applicant(request.applicant()));
        firstAwards.set(number, awards);
        return number;
    }

    private static int applicant(String id) {
        return (int) Fingerprint.of(id).low();
    }

    int size() {
        return ids.size();
    }

    int line(int decision) {
        return lines.get(decision);
    }

    /** Its id, where it is a UUID. */
    String id(int decision) {
        Fingerprint id = ids.get(decision);
        return new UUID(id.high(), id.low()).toString();
    }

    /** The number that its first award has, if it has one. */
    int firstAward(int decision) {
        return firstAwards.get(decision);
    }

    /** Whether its request is known to have no claim at that place. */
    boolean lacks(int decision, long claim) {
        return claims.get(decision) != RequestFacts.UNKNOWN && claim >= claims.get(decision);
    }

    boolean isOf(int decision, String applicant) {
        return applicants.get(decision) == applicant(applicant);
    }

    boolean isRevoked(int decision) {
        return revokedAt.get(decision) > 0;
    }

    boolean isRevoked(int decision, long claim) {
        return isRevoked(decision)
                || revokedClaims.find(new Fingerprint(decision, claim)).isPresent();
    }

    /** @param line of the revocation */
    void revoke(int decision, int line) {
        revokedAt.set(decision, line);
    }

    void revokeClaim(int decision, long claim) {
        revokedClaims.add(new Fingerprint(decision, claim));
    }
}
