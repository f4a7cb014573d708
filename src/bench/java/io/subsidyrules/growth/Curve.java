package io.subsidyrules.growth;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The costs of a series.
 *
 * @param costs by size
 */
record Curve(Series series, SortedMap<Integer, Cost> costs) {

    Curve {
        costs = new TreeMap<>(costs);
    }

    /** The power of the size with which the time grows in the last decade: 0 where it stays, 1 where it is linear. */
    double slope() {
        int last = costs.lastKey();
        int first = costs.headMap(last / 10 + 1).lastKey();
        return Math.log(microseconds(last) / microseconds(first)) / Math.log((double) last / first);
    }

    private double microseconds(int size) {
        return costs.get(size).microseconds();
    }
}
