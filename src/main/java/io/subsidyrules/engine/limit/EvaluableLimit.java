package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.request.Request;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A limit ready to evaluate: with the items that it covers, and the fields that it counts apart by. */
final class EvaluableLimit {

    private static final Ceiling.Cases<Integer> STAGES = new Ceiling.Cases<>() {
        @Override
        public Integer highest(Ceiling.Highest highest) {
            return 0;
        }

        @Override
        public Integer count(Ceiling.Count count) {
            return 1;
        }

        @Override
        public Integer sum(Ceiling.Sum sum) {
            return 2;
        }
    };

    private final Limit limit;
    private final BitSet items = new BitSet();
    private final Map<FactType, List<Field>> keys = new HashMap<>();
    private final Set<Operand.FieldValue> reads = new HashSet<>();

    /** The policies of the items that it covers. */
    private final Set<String> policies = new HashSet<>();

    EvaluableLimit(Limit limit, List<RuledItem> all) {
        this.limit = limit;
        for (RuledItem item : all) {
            if (limit.counts(item.rules().get(0))) {
                items.set(item.position());
                policies.add(item.policy());
                item.claim().ifPresent(type -> keys.computeIfAbsent(type, this::keysOf));
            }
        }
        limit.conditions().forEach(condition -> reads.addAll(condition.reads()));
        limit.numberField().ifPresent(reads::add);
    }

    /** The fields by whose values it counts apart, in an order that is the same for all types. */
    private List<Field> keysOf(FactType type) {
        boolean project = limit.awards().scope() instanceof AwardChoice.OfProject;
        return type.keys().stream()
                .filter(field -> project || limit.awards().same().contains(field.name()))
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    Limit limit() {
        return limit;
    }

    /** When it comes: first the highest, then counts, then sums. */
    int stage() {
        return limit.ceiling().match(STAGES);
    }

    boolean covers(RuledItem item) {
        return items.get(item.position());
    }

    boolean concerns(FactType claim) {
        return keys.containsKey(claim);
    }

    /** Whether the request asks for a policy of which it covers an item. */
    boolean concerns(Request request) {
        return policies.stream().anyMatch(request::asksFor);
    }

    List<Field> keys(FactType claim) {
        return keys.getOrDefault(claim, List.of());
    }

    /** Whether it applies, or counts, by the value at a pointer: of a field that it reads, of a key, or the date. */
    boolean reads(String pointer, Facts facts) {
        return pointer.equals("/asOf")
                || keys(facts.claim().type()).stream()
                        .anyMatch(key -> facts.claim().pointerOf(key).equals(pointer))
                || reads.stream().anyMatch(read -> facts.pointerOf(read).equals(pointer));
    }
}
