package io.subsidyrules.regression;

import io.subsidyrules.policy.Place;
import java.util.Arrays;

/**
 * A case that the rules must decide in a given way.
 */
public final class Scenario {

    private final String name;
    private final Place place;
    private final byte[] request;
    private final Expectation expectation;

    Scenario(String name, Place place, byte[] request, Expectation expectation) {
        this.name = name;
        this.place = place;
        this.request = request.clone();
        this.expectation = expectation;
    }

    /** A sentence that says what the case is. */
    public String name() {
        return name;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** The request in JSON, as a client would send it. */
    public byte[] request() {
        return request.clone();
    }

    /** The same case, of which only the decision counts and not the sentences that explain it. */
    public Scenario ofDecision() {
        return new Scenario(name, place, request, expectation.ofDecision());
    }

    /** Whether another scenario asks the same and expects the same. */
    public boolean repeats(Scenario other) {
        return Arrays.equals(request, other.request) && expectation.equals(other.expectation);
    }

    /** A number that is the same for scenarios that repeat each other. */
    public int fingerprint() {
        return 31 * Arrays.hashCode(request) + expectation.hashCode();
    }

    Expectation expectation() {
        return expectation;
    }
}
