package io.subsidyrules.admission;

/**
 * How much memory a request takes, before anything is done for it: of bytes of the body, as it is read, and of claims, by what
 * is said of each. Measured with all items of the first policy; the answer itself is counted when it is there.
 */
public enum Weight {
    /** An answer in JSON that leaves out what is not in question. */
    SUMMARY(6_000),
    /** An answer in JSON with all reasons. */
    FULL(14_000),
    /** A letter. */
    LETTER(30_000),
    /** A decision: its answer with all reasons, as an object, as text and as an entry of the ledger. */
    DECISION(30_000),
    /** An answer from the database, of a size that nobody knows beforehand. */
    RECORDED(0);

    /** What any request takes. */
    private static final long LEAST = 32 * 1024;

    /** A body as bytes, as text and as parsed. */
    private static final long EACH_BYTE = 8;

    /** What an answer from the database takes at first. */
    private static final long READ = 1024 * 1024;

    /** More claims are refused when they are read. */
    private static final int MOST_CLAIMS = 1_000;

    private final long eachClaim;

    Weight(long eachClaim) {
        this.eachClaim = eachClaim;
    }

    /** The weight in bytes of a request with such a body, which may be empty. */
    public long of(byte[] body) {
        long most = this == RECORDED ? READ : 0;
        return LEAST + most + EACH_BYTE * body.length + eachClaim * claims(body);
    }

    /** Objects but the request itself and the applicant: no fewer than there are claims. */
    private static int claims(byte[] body) {
        int objects = 0;
        for (byte each : body) {
            if (each == '{') {
                objects++;
            }
        }
        return Math.min(MOST_CLAIMS, Math.max(0, objects - 2));
    }
}
