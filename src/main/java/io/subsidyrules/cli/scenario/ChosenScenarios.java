package io.subsidyrules.cli.scenario;

import io.subsidyrules.regression.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The scenarios that a pattern chooses: those whose place, such as {@code my-policy/measure-1.scenarios.yaml:12}, or
 * name has the pattern somewhere in it. Small and large letters are the same, and {@code *} is any text.
 */
record ChosenScenarios(List<String> parts) implements Predicate<Scenario> {

    static ChosenScenarios of(String pattern) {
        return new ChosenScenarios(List.of(folded(pattern).split("\\*")));
    }

    @Override
    public boolean test(Scenario scenario) {
        String place =
                "%s:%s".formatted(scenario.place().file(), scenario.place().line());
        return has(folded(place)) || has(folded(scenario.name()));
    }

    private boolean has(String text) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return true;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
