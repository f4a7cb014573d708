package io.subsidyrules.regression;

import io.subsidyrules.fault.Place;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A scenario without what it asks: of thousands of scenarios only that much is kept. */
public final class ScenarioIdentity {

    private final String name;
    private final Place place;
    private final String request;
    private final Expectation expectation;

    ScenarioIdentity(Scenario scenario) {
        this.name = scenario.name();
        this.place = scenario.place();
        this.request = sha256(scenario.request());
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

    /** Whether another scenario asks the same and expects the same. */
    public boolean repeats(ScenarioIdentity other) {
        return request.equals(other.request) && expectation.equals(other.expectation);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
