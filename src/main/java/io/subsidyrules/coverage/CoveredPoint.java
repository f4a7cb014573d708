package io.subsidyrules.coverage;

import io.subsidyrules.coverage.point.Point;
import io.subsidyrules.fault.Place;
import java.util.Collection;
import java.util.Optional;

/**
 * A point with the scenarios that try it.
 *
 * @param scenarios how many do
 * @param first the first of them, by its place
 */
public record CoveredPoint(Point point, int scenarios, Optional<Origin> first) {

    /**
     * A scenario.
     *
     * @param name the sentence that says what the case is
     */
    public record Origin(String name, Place place) {}

    /** A point that no scenario tries so far. */
    static CoveredPoint not(Point point) {
        return new CoveredPoint(point, 0, Optional.empty());
    }

    /** Whether some scenario tries it. */
    public boolean isCovered() {
        return scenarios > 0;
    }

    /** The place of what is tried. */
    public Place place() {
        return point.place();
    }

    /** The same with one more scenario. */
    CoveredPoint by(Origin scenario) {
        return and(new CoveredPoint(point, 1, Optional.of(scenario)));
    }

    /** The same with the scenarios that another run found. */
    CoveredPoint and(CoveredPoint other) {
        boolean earlier = first.isPresent()
                && (other.first.isEmpty()
                        || first.get().place().compareTo(other.first.get().place()) <= 0);
        return new CoveredPoint(point, scenarios + other.scenarios, earlier ? first : other.first);
    }

    /** How many of these are covered. */
    public static Ratio ratio(Collection<CoveredPoint> points) {
        return new Ratio((int) points.stream().filter(CoveredPoint::isCovered).count(), points.size());
    }
}
