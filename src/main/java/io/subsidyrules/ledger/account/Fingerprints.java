package io.subsidyrules.ledger.account;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Fingerprints, each with its number in the order in which they came. It takes 16 bytes for each and 8 to 16 for
 * finding it, and while it grows half as much again.
 */
final class Fingerprints {

    private static final int FREE = -1;
    private static final int FIRST = 1 << 10;

    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    private int[] table = free(2 * FIRST);
    private int size;

    private static int[] free(int length) {
        int[] table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }

    OptionalInt find(Fingerprint one) {
        int number = table[place(one)];
        return number == FREE ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Takes in one that is not there yet; its number. */
    int add(Fingerprint one) {
        if (size == high.length) {
            grow();
        }
        table[place(one)] = size;
        high[size] = one.high();
        low[size] = one.low();
        return size++;
    }

    int size() {
        return size;
    }

    Fingerprint get(int number) {
        return new Fingerprint(high[number], low[number]);
    }

    /** The index at which it is, or would be. */
    private int place(Fingerprint one) {
        int place = start(one.high(), one.low());
        while (table[place] != FREE && !is(table[place], one)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** The bits of a UUID of version 7 are those of a time at its beginning: they are spread over the table. */
    private int start(long highBits, long lowBits) {
        long mixed = (highBits * 31 + lowBits) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & (table.length - 1);
    }

    private boolean is(int number, Fingerprint one) {
        return high[number] == one.high() && low[number] == one.low();
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        table = free(4 * size);
        for (int number = 0; number < size; number++) {
            table[place(new Fingerprint(high[number], low[number]))] = number;
        }
    }
}
