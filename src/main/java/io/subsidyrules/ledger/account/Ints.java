package io.subsidyrules.ledger.account;

import java.util.Arrays;

/** Whole numbers by their index, 0 if none was set. */
final class Ints {

    private int[] values = new int[1 << 10];

    int get(int index) {
        return index < values.length ? values[index] : 0;
    }

    void set(int index, int value) {
        if (index >= values.length) {
            values = Arrays.copyOf(values, Math.max(index + 1, 2 * values.length));
        }
        values[index] = value;
    }
}
