package io.subsidyrules.mutation.killer;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.regression.Scenario;
import io.subsidyrules.regression.mutant.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cases to begin with where no scenario can see a change: what a request must have, and what other scenarios have. */
final class MadeUpBases {

    private final Ruleset ruleset;
    private final KnownValues known;
    private final List<Scenario> scenarios;

    MadeUpBases(Ruleset ruleset, KnownValues known, List<Scenario> scenarios) {
        this.ruleset = ruleset;
        this.known = known;
        this.scenarios = scenarios;
    }

    List<Base> of(Mutant mutant, Trial trial) {
        return ruleset.book().rules().stream()
                .filter(rule -> mutant.items().contains(new AwardChoice.Item(rule.policy(), rule.item())))
                .flatMap(rule -> base(rule, trial).stream())
                .toList();
    }

    private Optional<Base> base(Rule rule, Trial trial) {
        String file = ScenarioLayout.beside(rule.place().file());
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("asOf", rule.period().from().toString());
        asked.put("applicant", applicant(rule.policy()));
        rule.claim().ifPresent(type -> asked.put("claims", List.of(claim(type))));
        Asked made = new Asked(asked);
        return trial.shown(file, made).map(shown -> new Base(file, Optional.empty(), made, shown));
    }

    /** The applicant of a scenario of the policy, or else of any. */
    private Object applicant(String policy) {
        return scenarios.stream()
                .sorted((one, other) -> Boolean.compare(isOf(other, policy), isOf(one, policy)))
                .flatMap(scenario -> Asked.of(scenario).at("/applicant").stream())
                .findFirst()
                .orElseGet(() -> required("", ruleset.book().vocabulary().applicant()));
    }

    private static boolean isOf(Scenario scenario, String policy) {
        return scenario.place().file().startsWith(policy + "/");
    }

    private Map<String, Object> claim(FactType type) {
        Map<String, Object> claim = new LinkedHashMap<>(Map.of("type", type.name()));
        claim.putAll(required(type.name(), type));
        return claim;
    }

    private Map<String, Object> required(String type, FactType facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.fields().stream()
                .filter(field -> field.required() && !field.name().equals("id"))
                .forEach(field -> value(type, field).ifPresent(value -> values.put(field.name(), value)));
        return values;
    }

    private Optional<Object> value(String type, Field field) {
        Optional<Object> there = known.of(type, field.name()).stream().findFirst();
        return there.or(() -> switch (field.type()) {
            case CONSTANT ->
                field.constants().map(all -> all.constants().get(0)).map(Constant::name);
            case BOOLEAN -> Optional.of(true);
            case INTEGER, DECIMAL -> field.range().map(Field.Range::min);
            case DATE -> Optional.of("2020-01-01");
            case TEXT -> Optional.of("A");
            case MEMBERS -> Optional.of(List.of());
        });
    }
}
