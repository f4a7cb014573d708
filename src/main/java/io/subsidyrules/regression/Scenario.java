package io.subsidyrules.regression;

import io.subsidyrules.fault.Place;
import io.subsidyrules.yaml.YamlMap;
import io.subsidyrules.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case that the rules must decide in a given way.
 */
public final class Scenario {

    private final String name;
    private final YamlMap written;
    private final ScenarioRequest request;
    private final Optional<List<ScenarioAward>> earlier;
    private final Expectation expectation;
    private final boolean sound;
    private final Place date;

    /**
     * A scenario.
     *
     * @param earlier the awards that were recorded before; empty if the case is an evaluation, which looks at none
     * @param date where its date is written, in it or at the head of its file
     * @param sound whether no fault was found in it; otherwise its answer would tell the consequences of one
     */
    Scenario(
            String name,
            YamlMap written,
            Place date,
            ScenarioRequest request,
            Optional<List<ScenarioAward>> earlier,
            Expectation expectation,
            boolean sound) {
        this.name = name;
        this.written = written;
        this.date = date;
        this.request = request;
        this.earlier = earlier;
        this.expectation = expectation;
        this.sound = sound;
    }

    /** A sentence that says what the case is. */
    public String name() {
        return name;
    }

    /** The folder of its policy. */
    String policy() {
        return place().file().replaceFirst("/.*", "");
    }

    /** Its place. */
    public Place place() {
        return written.place();
    }

    /** The request in JSON, as a client would send it. */
    public byte[] request() {
        return request.bytes();
    }

    /** The day, applicant, claims, policies and earlier awards as they are written; the day is always there. */
    public Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("asOf", request.asOf().toString());
        for (String member : List.of("applicant", "claims", "policies", "earlier")) {
            written.node(member).ifPresent(node -> asked.put(member, YamlToJson.values(node)));
        }
        return asked;
    }

    /** The same case, of which only the decision counts and not the sentences that explain it. */
    public Scenario ofDecision() {
        return new Scenario(name, written, date, request, earlier, expectation.ofDecision(), sound);
    }

    /** The awards that were recorded before; empty if it is an evaluation, which looks at none. */
    Optional<List<ScenarioAward>> earlier() {
        return earlier;
    }

    /** The number of its claims. */
    public int claimCount() {
        return request.claimCount();
    }

    /** The place of its date. */
    Place date() {
        return date;
    }

    Expectation expectation() {
        return expectation;
    }

    boolean isSound() {
        return sound;
    }

    /** The value of the file that a JSON pointer into the scenario names, or the nearest around it. */
    YamlValue value(String pointer) {
        return written.value(pointer);
    }
}
