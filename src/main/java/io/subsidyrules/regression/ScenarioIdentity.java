package io.subsidyrules.regression;

import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Sha256;
import java.util.List;
import java.util.Optional;

/** A scenario without what it asks: of thousands of scenarios only that much is kept. */
public final class ScenarioIdentity {

    private final String name;
    private final Place place;
    private final String request;
    private final Optional<List<ScenarioAward>> earlier;
    private final Expectation expectation;

    /** The identity of a scenario. */
    public ScenarioIdentity(Scenario scenario) {
        this.name = scenario.name();
        this.place = scenario.place();
        this.request = Sha256.hex(scenario.request());
        this.earlier = scenario.earlier();
        this.expectation = scenario.expectation();
    }

    /** A sentence that says what the case is. */
    public String name() {
        return name;
    }

    /** The place of the scenario. */
    public Place place() {
        return place;
    }

    /** The hex SHA-256 of what it asks. */
    public String request() {
        return request;
    }

    /** Whether another scenario asks the same after the same awards, and expects the same. */
    public boolean repeats(ScenarioIdentity other) {
        return request.equals(other.request) && earlier.equals(other.earlier) && expectation.equals(other.expectation);
    }
}
