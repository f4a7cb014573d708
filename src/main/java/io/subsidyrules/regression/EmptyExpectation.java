package io.subsidyrules.regression;

import io.subsidyrules.fault.FaultCode;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import io.subsidyrules.yaml.YamlMap;
import java.util.Optional;

/**
 * An empty value that lets a scenario expect nothing.
 *
 * @param remedy the member to write in it
 */
record EmptyExpectation(Place place, Text remedy) {

    private static final String EXPECT = "expect";

    private static final Text ADD_EXPECT = new Text("Add expect, with a total or items.", "请补充 expect（total 或 items）。");
    private static final Text TOTAL_OR_ITEMS = new Text("Write a total or items in it.", "请在其中写明 total 或 items。");
    private static final Text AN_ITEM = new Text(
            "Write the id of an item in it, and its status, such as ELIGIBLE.", "请在其中写明事项的 id 及其状态，例如 ELIGIBLE。");
    private static final Text A_CLAIM = new Text(
            "Write the id of a claim in it, and its status: c1: { status: ELIGIBLE }.",
            "请在其中写明申报的 id 及其状态：c1: { status: ELIGIBLE }。");
    private static final Text A_LANGUAGE = new Text(
            "Write the sentences of a language in it: en: { holds: [ \"...\" ] }.",
            "请在其中写明一种语言的句子：zh: { holds: [ \"……\" ] }。");
    private static final Text SENTENCES =
            new Text("Write holds, fails, unknown or calculation in it.", "请在其中写明 holds、fails、unknown 或 calculation。");

    /** Adds the fault that a scenario expects nothing, unless that follows from a fault of what it expects. */
    static void refuse(YamlMap scenario, Optional<YamlMap> expect, Faults faults) {
        boolean told = expect.map(written -> faults.areWithin(written.place(), written.end()))
                .orElseGet(() -> scenario.has(EXPECT) || scenario.hasMisspelt(EXPECT));
        if (!told) {
            EmptyExpectation empty = expect.map(EmptyExpectation::of)
                    .orElseGet(() -> new EmptyExpectation(scenario.place(), ADD_EXPECT));
            faults.add(empty.place, FaultCode.SCENARIO_EMPTY, empty.remedy);
        }
    }

    private static EmptyExpectation of(YamlMap expect) {
        return expect.optionalMap("items")
                .map(EmptyExpectation::ofItems)
                .or(() -> expect.optionalMap("claims").map(EmptyExpectation::ofClaims))
                .orElseGet(() -> new EmptyExpectation(expect.place(), TOTAL_OR_ITEMS));
    }

    private static EmptyExpectation ofClaims(YamlMap claims) {
        return claims.names().stream()
                .findFirst()
                .flatMap(id -> claims.optionalMap(id).map(claim -> ofClaim(id, claim)))
                .orElseGet(() -> new EmptyExpectation(claims.place(), A_CLAIM));
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
                .orElseGet(() -> new EmptyExpectation(items.place(), AN_ITEM));
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
                .map(said -> new EmptyExpectation(said.place(), SENTENCES))
                .orElseGet(() -> new EmptyExpectation(explanation.place(), A_LANGUAGE));
    }

    private static EmptyExpectation written(YamlMap empty, String member) {
        return new EmptyExpectation(
                empty.place(),
                new Text(
                        "Write the status that is expected, such as: %s.".formatted(member),
                        "请写明预期的状态，例如：%s。".formatted(member)));
    }
}
