package io.subsidyrules.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The points of one rule file or table.
 *
 * @param path relative to the rules folder, with forward slashes
 * @param points in the order of their places
 */
public record FileCoverage(String path, List<CoveredPoint> points) {

    public FileCoverage {
        points = List.copyOf(points);
    }

    /** The folder of the policy, or the vocabulary, that it belongs to. */
    public String folder() {
        return path.replaceFirst("/[^/]*$", "");
    }

    /** The points of each line that has some. */
    public SortedMap<Integer, List<CoveredPoint>> lines() {
        SortedMap<Integer, List<CoveredPoint>> lines = new TreeMap<>();
        points.forEach(point -> lines.computeIfAbsent(point.place().line(), line -> new ArrayList<>())
                .add(point));
        return lines;
    }

    /** How many of the points are covered. */
    public Ratio ratio() {
        return CoveredPoint.ratio(points);
    }

    /** How many of the lines have a point that is covered. */
    public Ratio lineRatio() {
        SortedMap<Integer, List<CoveredPoint>> lines = lines();
        return new Ratio(
                (int) lines.values().stream()
                        .filter(line -> line.stream().anyMatch(CoveredPoint::isCovered))
                        .count(),
                lines.size());
    }

    /** The points that no scenario tries. */
    public List<CoveredPoint> missing() {
        return points.stream().filter(point -> !point.isCovered()).toList();
    }
}
