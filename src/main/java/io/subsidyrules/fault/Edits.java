package io.subsidyrules.fault;

import java.util.Arrays;

/**
 * Counts the edits (letters added, dropped, changed or swapped) that make one name into another: the optimal string
 * alignment distance, worked out only where it can come to no more than is asked for.
 */
final class Edits {

    private final String from;
    private final String to;
    private final int most;
    private int[] beforeLast;
    private int[] last;
    private int[] row;

    private Edits(String from, String to, int most) {
        this.from = from;
        this.to = to;
        this.most = most;
        this.beforeLast = new int[to.length() + 1];
        this.last = new int[to.length() + 1];
        this.row = new int[to.length() + 1];
    }

    /** The number of edits; where it is more than {@code most}, any number above that. */
    static int between(String from, String to, int most) {
        return Math.abs(from.length() - to.length()) > most ? most + 1 : new Edits(from, to, most).count();
    }

    private int count() {
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            if (fill(i) > most) {
                return most + 1;
            }
        }
        return row[to.length()];
    }

    /** Fills the row of a letter, as far as the distance can stay within what is asked for; its lowest count. */
    private int fill(int i) {
        int first = Math.max(1, i - most);
        int end = Math.min(to.length(), i + most);
        Arrays.fill(row, most + 1);
        row[0] = i;
        int lowest = first == 1 ? i : most + 1;
        for (int j = first; j <= end; j++) {
            row[j] = cheapest(i, j);
            lowest = Math.min(lowest, row[j]);
        }
        return lowest;
    }

    private int cheapest(int i, int j) {
        char one = from.charAt(i - 1);
        char other = to.charAt(j - 1);
        int best = Math.min(last[j - 1] + (one == other ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && one == to.charAt(j - 2) && from.charAt(i - 2) == other;
        return swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
    }
}
