package io.subsidyrules.regression;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.RecordedAward;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.yaml.YamlMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * An award that a scenario takes to be recorded before its request, for the limits that count it.
 *
 * @param policy the folder of the policy that awarded it; empty if that is the policy of the scenario
 * @param item the id of an item of that policy
 * @param decidedOn the day that it was decided as of
 * @param amount what it came to; empty if it is written wrongly or not at all
 * @param keys the values of its claim's key fields by their names
 * @param groups the values of the applicant's fields, other than the id, by their names
 * @param applicant the id of whom it went to; empty if that is the applicant of the scenario
 */
record ScenarioAward(
        Optional<String> policy,
        String item,
        LocalDate decidedOn,
        Optional<Yuan> amount,
        Map<String, Object> keys,
        Map<String, Object> groups,
        Optional<String> applicant) {

    private static final String APPLICANT = "applicant";

    /** A whole number of a request has no more. */
    private static final int MOST_DIGITS = 9;

    /** @param amount what the member of that name is read as */
    static ScenarioAward read(YamlMap map, Optional<Yuan> amount) {
        Map<String, Object> groups = new LinkedHashMap<>();
        Optional<String> applicant = Optional.empty();
        Optional<YamlMap> of = map.optionalMap(APPLICANT);
        if (of.isPresent()) {
            groups.putAll(values(of.get()));
            applicant = Optional.ofNullable(groups.remove("id")).map(Object::toString);
        }
        ScenarioAward award = new ScenarioAward(
                map.optionalWord("policy"),
                map.word("item"),
                map.date("decidedOn"),
                amount,
                map.optionalMap("keys").map(ScenarioAward::values).orElse(Map.of()),
                groups,
                applicant);
        map.finish();
        return award;
    }

    private static Map<String, Object> values(YamlMap map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : map.names()) {
            map.node(name).map(ScenarioAward::value).ifPresent(value -> values.put(name, value));
        }
        map.finish();
        return values;
    }

    /** As the request of its decision would state it: a truth value, a whole number, or else a text. */
    private static @Nullable Object value(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return "";
        }
        Object value = YamlToJson.value(scalar);
        if (value instanceof BigDecimal number) {
            boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= MOST_DIGITS;
            return whole ? (Object) number.intValueExact() : number.toPlainString();
        }
        return value;
    }

    /**
     * The award as limits count it.
     *
     * @param ruled its item
     * @param index of the award in the scenario, from 0
     * @param own the applicant of the scenario, whose it is where it names no other
     */
    RecordedAward recorded(RuledItem ruled, int index, Fact own) {
        return new RecordedAward(
                "earlier[%s]".formatted(index),
                0,
                decidedOn,
                ruled.policy(),
                ruled.id(),
                ruled.clause(),
                ruled.claim().map(type -> type.name()).orElse(""),
                keys,
                applicant.orElseGet(() -> own.type()
                        .field("id")
                        .map(own::value)
                        .map(Object::toString)
                        .orElse("")),
                groups(own),
                amount.orElseThrow());
    }

    /** Those of the scenario's applicant, whose award it is, or those that are written. */
    private Map<String, Object> groups(Fact own) {
        if (applicant.isPresent()) {
            return groups;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (Field field : own.type().fields()) {
            Object value = own.value(field);
            if (value != null) {
                all.put(field.name(), Values.canonical(value));
            }
        }
        all.putAll(groups);
        return all;
    }
}
