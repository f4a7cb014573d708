package io.subsidyrules.coverage;

import io.subsidyrules.coverage.point.Points;
import io.subsidyrules.coverage.point.Trial;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.source.CancellationPoint;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.ScenarioRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The extent to which scenarios try the rules: each rule and each condition as true, as false and as unknown; each
 * constant of an enum, each row of a table, each side of each boundary, each tier, each limit at work and not.
 *
 * <p>A scenario counts if its request is evaluated, whether or not the answer is the expected one. Immutable.
 *
 * @param points in the order of their places
 */
public record RuleCoverage(List<CoveredPoint> points) {

    public RuleCoverage {
        points = List.copyOf(points);
    }

    /** The coverage of a ruleset by scenarios. */
    public static RuleCoverage of(Ruleset ruleset, List<Scenario> scenarios) {
        return of(ruleset, scenarios, CancellationPoint.NONE);
    }

    /**
     * The coverage of a ruleset by scenarios.
     *
     * @param checkpoint reached before each scenario with the path of its file
     */
    public static RuleCoverage of(Ruleset ruleset, List<Scenario> scenarios, CancellationPoint checkpoint) {
        List<CoveredPoint> points = new ArrayList<>(
                Points.of(ruleset).stream().map(CoveredPoint::not).toList());
        List<Limit> limits = ruleset.book().limits();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (Scenario scenario : scenarios) {
            checkpoint.reached(scenario.place().file());
            CoveredPoint.Origin origin = new CoveredPoint.Origin(scenario.name(), scenario.place());
            runner.show(scenario, (request, answer) -> add(new Trial(request, answer, limits), origin, points));
        }
        return new RuleCoverage(points);
    }

    private static void add(Trial trial, CoveredPoint.Origin origin, List<CoveredPoint> points) {
        points.replaceAll(point -> point.point().isReached(trial) ? point.by(origin) : point);
    }

    /**
     * The coverage by these scenarios and those of another run on the same ruleset.
     *
     * @throws IllegalArgumentException if the other one has other points
     */
    public RuleCoverage and(RuleCoverage other) {
        if (!places().equals(other.places())) {
            throw new IllegalArgumentException("Only coverages of one ruleset can be joined.");
        }
        return new RuleCoverage(IntStream.range(0, points.size())
                .mapToObj(i -> points.get(i).and(other.points.get(i)))
                .toList());
    }

    private List<Object> places() {
        return points.stream()
                .<Object>map(point -> List.of(point.place(), point.point().missing()))
                .toList();
    }

    /** The points that no scenario tries. */
    public List<CoveredPoint> missing() {
        return points.stream().filter(point -> !point.isCovered()).toList();
    }

    /** How many of all points are covered. */
    public Ratio ratio() {
        return CoveredPoint.ratio(points);
    }

    /** The points by the files that have some, in the order of their paths. */
    public List<FileCoverage> files() {
        return points.stream()
                .collect(Collectors.groupingBy(point -> point.place().file(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(file -> new FileCoverage(file.getKey(), file.getValue()))
                .toList();
    }
}
