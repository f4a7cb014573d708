package io.subsidyrules.admission;

/**
 * The memory that a request takes, estimated before anything is done for it: by the bytes of the body, as it is read,
 * and of claims, by what is said of each. Measured with all items of the first policy. Once its answer is there in
 * full, a request takes {@link #LEAST} and what the client has not been sent of it yet.
 */
public enum Weight {
    /** An answer in JSON that leaves out what is not in question. */
    SUMMARY(0, 6_000),
    /** An answer in JSON with all reasons. */
    FULL(0, 14_000),
    /** A letter. */
    LETTER(0, 30_000),
    /** A decision: its answer with all reasons, as an object, as text and as an entry of the ledger. */
    DECISION(0, 30_000),
    /**
     * A recorded decision that is evaluated anew, for a replay or a letter; nobody knows beforehand how many claims it
     * has.
     */
    REPLAY(8 * 1024 * 1024, 0),
    /** An answer from the database, of a size that nobody knows beforehand. */
    RECORDED(1024 * 1024, 0);

    /** The bytes that any request takes. */
    public static final long LEAST = 32 * 1024;

    /** A body as bytes, as text and as parsed. */
    private static final long EACH_BYTE = 8;

    /** More claims are refused when they are read. */
    private static final int MOST_CLAIMS = 1_000;

    private final long fixed;
    private final long eachClaim;

    Weight(long fixed, long eachClaim) {
        this.fixed = fixed;
        this.eachClaim = eachClaim;
    }

    /** The weight in bytes of a request with such a body, which may be empty. */
    public long of(byte[] body) {
        return of(body.length, claims(body));
    }

    /** The same by the number of its bytes and of its claims. */
    public long of(int bytes, int claims) {
        return LEAST + fixed + EACH_BYTE * bytes + eachClaim * claims;
    }

    /** Objects but the request itself and the applicant: no fewer than there are claims. */
    public static int claims(byte[] body) {
        int objects = 0;
        for (byte each : body) {
            if (each == '{') {
                objects++;
            }
        }
        return Math.min(MOST_CLAIMS, Math.max(0, objects - 2));
    }
}
