package io.subsidyrules.regression;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import io.subsidyrules.yaml.YamlMap;
import java.util.Optional;

/**
 * An empty value that lets a scenario expect nothing.
 *
 * @param remedy the member to write in it
 */
record EmptyExpectation(Place place, Text remedy) {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(EmptyExpectation.class);
    private static final String EXPECT = "expect";

    /** Adds the fault that a scenario expects nothing, unless that follows from a fault of what it expects. */
    static void refuse(YamlMap scenario, Optional<YamlMap> expect, Faults faults) {
        boolean told = expect.map(written -> faults.areWithin(written.place(), written.end()))
                .orElseGet(() -> scenario.has(EXPECT) || scenario.hasMisspelt(EXPECT));
        if (!told) {
            EmptyExpectation empty = expect.map(EmptyExpectation::of)
                    .orElseGet(() -> new EmptyExpectation(scenario.place(), TEXTS.text("addExpect")));
            faults.add(empty.place, FaultCode.SCENARIO_EMPTY, empty.remedy);
        }
    }

    private static EmptyExpectation of(YamlMap expect) {
        return expect.optionalMap("items")
                .map(EmptyExpectation::ofItems)
                .or(() -> expect.optionalMap("claims").map(EmptyExpectation::ofClaims))
                .orElseGet(() -> new EmptyExpectation(expect.place(), TEXTS.text("writeTotalOrItems")));
    }

    private static EmptyExpectation ofClaims(YamlMap claims) {
        return claims.names().stream()
                .findFirst()
                .flatMap(id -> claims.optionalMap(id).map(claim -> ofClaim(id, claim)))
                .orElseGet(() -> new EmptyExpectation(claims.place(), TEXTS.text("writeClaim")));
    }

    private static EmptyExpectation ofClaim(String id, YamlMap claim) {
        return claim.optionalMap("items")
                .map(EmptyExpectation::ofItems)
                .orElseGet(() -> written(claim, id + ": { status: ELIGIBLE }"));
    }

    private static EmptyExpectation ofItems(YamlMap items) {
        return items.names().stream()
                .findFirst()
                .flatMap(id -> items.optionalMap(id).map(item -> ofItem(id, item)))
                .orElseGet(() -> new EmptyExpectation(items.place(), TEXTS.text("writeItem")));
    }

    private static EmptyExpectation ofItem(String id, YamlMap item) {
        return item.optionalMap("explanation")
                .map(EmptyExpectation::ofExplanation)
                .orElseGet(() -> written(item, id + ": ELIGIBLE"));
    }

    private static EmptyExpectation ofExplanation(YamlMap explanation) {
        return explanation.names().stream()
                .findFirst()
                .flatMap(explanation::optionalMap)
                .map(said -> new EmptyExpectation(said.place(), TEXTS.text("writeSentences")))
                .orElseGet(() -> new EmptyExpectation(explanation.place(), TEXTS.text("writeLanguage")));
    }

    private static EmptyExpectation written(YamlMap empty, String member) {
        return new EmptyExpectation(empty.place(), TEXTS.text("writeStatus", member));
    }
}
