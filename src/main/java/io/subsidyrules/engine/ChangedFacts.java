package io.subsidyrules.engine;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.fact.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One case of a change: a value for each of its fields.
 *
 * @param pointers of the fields
 * @param values by the field that a rule reads
 */
record ChangedFacts(Set<String> pointers, Map<Operand.FieldValue, Object> values) {

    /** A change with more of them is not gone through case by case. */
    private static final int MOST = 16;

    ChangedFacts {
        values = Map.copyOf(values);
    }

    /** All cases of a change of fields with few values; none where one of them has many, or is the date. */
    static List<ChangedFacts> of(Change change, Judged item, Facts facts) {
        List<Map<Operand.FieldValue, Object>> cases = List.of(Map.of());
        for (Change.NewFact fact : change.fields()) {
            Optional<Operand.FieldValue> field = read(fact.pointer(), item, facts);
            List<Object> values = fact.wanted().values();
            if (field.isEmpty() || cases.size() * values.size() > MOST) {
                return List.of();
            }
            List<Map<Operand.FieldValue, Object>> more = new ArrayList<>();
            for (Map<Operand.FieldValue, Object> one : cases) {
                for (Object value : values) {
                    Map<Operand.FieldValue, Object> and = new HashMap<>(one);
                    and.put(field.get(), value);
                    more.add(and);
                }
            }
            cases = more;
        }
        return cases.stream()
                .map(values -> new ChangedFacts(change.pointers(), values))
                .toList();
    }

    private static Optional<Operand.FieldValue> read(String pointer, Judged item, Facts facts) {
        return item.item().rules().stream()
                .flatMap(rule -> rule.goal().variables().stream())
                .filter(Operand.FieldValue.class::isInstance)
                .map(Operand.FieldValue.class::cast)
                .filter(field -> facts.pointerOf(field).equals(pointer))
                .findFirst();
    }

    /**
     * The facts of a claim in this case.
     *
     * @param own whether it is the claim whose fields change; of others only the applicant's do
     */
    Facts of(Facts facts, boolean own) {
        Facts changed = facts;
        for (Map.Entry<Operand.FieldValue, Object> value : values.entrySet()) {
            if (own || !value.getKey().of().isClaim()) {
                changed = changed.with(value.getKey(), value.getValue());
            }
        }
        return changed;
    }
}
