package io.subsidyrules.ledger.account;

import java.util.List;

/** The amounts that decisions awarded, which limits of later decisions count; of each it keeps 8 bytes. */
final class AwardedAmounts {

    /** By the number of the decision. */
    private final Ints first = new Ints();

    private final Ints high = new Ints();
    private final Ints low = new Ints();
    private int size;

    /** Takes in those of the next decision. */
    void add(int decision, List<Fingerprint> amounts) {
        first.set(decision, size);
        for (Fingerprint amount : amounts) {
            high.set(size, (int) amount.high());
            low.set(size, (int) amount.low());
            size++;
        }
        first.set(decision + 1, size);
    }

    /** Whether a decision awarded an amount. */
    boolean has(int decision, Fingerprint amount) {
        for (int i = first.get(decision); i < first.get(decision + 1); i++) {
            if (high.get(i) == (int) amount.high() && low.get(i) == (int) amount.low()) {
                return true;
            }
        }
        return false;
    }
}
