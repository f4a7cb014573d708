package io.subsidyrules.coverage.report;

import io.subsidyrules.coverage.CoveredPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points of one line of a file. */
final class Lines {

    private Lines() {}

    /** The number of scenarios that try the line: as many as try the point that most of them try. */
    static int hits(List<CoveredPoint> points) {
        return points.stream().mapToInt(CoveredPoint::scenarios).max().orElse(0);
    }

    /** The points of each condition, or of what else is written at a column, in the order of the columns. */
    static List<List<CoveredPoint>> byColumn(List<CoveredPoint> points) {
        SortedMap<Integer, List<CoveredPoint>> columns = new TreeMap<>();
        points.forEach(point -> columns.computeIfAbsent(point.place().column(), column -> new ArrayList<>())
                .add(point));
        return List.copyOf(columns.values());
    }
}
