package io.subsidyrules.engine.limit;

import io.subsidyrules.dialect.model.AwardChoice;
import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.project.EarlierAwards;
import io.subsidyrules.engine.project.RecordedAward;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A limit in one evaluation: whether it applies, how far it goes, and what it counts together. */
final class LimitState {

    private final EvaluableLimit limit;
    private final Facts facts;
    private final Map<String, Field> unknown = new LinkedHashMap<>();
    private final Map<List<Object>, List<RecordedAward>> recorded = new HashMap<>();
    private final Map<List<Object>, Pool> pools = new HashMap<>();

    /** Those of claims of which a key field is not known. */
    private final Map<Fact, Pool> unknownPools = new HashMap<>();

    private final Truth applies;

    @Nullable
    private final BigDecimal number;

    LimitState(EvaluableLimit limit, Fact applicant, Optional<EarlierAwards> awards) {
        this.limit = limit;
        this.facts = new Facts(applicant, applicant);
        Truth truth = Truth.TRUE;
        for (Condition condition : limit.limit().conditions()) {
            Truth one = facts.truth(condition.expression());
            if (one == Truth.UNKNOWN) {
                condition.sources().forEach(source -> facts.addUnknown(source, unknown));
            }
            truth = truth.and(one);
        }
        this.applies = truth;
        Optional<Ceiling.Bound> written = limit.limit().ceiling().number();
        this.number = written.isPresent() ? value(written.get()) : BigDecimal.ZERO;
        limit.limit().numberField().ifPresent(field -> facts.addIfUnknown(field, unknown));
        awards.ifPresent(known -> recorded(known, applicant));
    }

    @Nullable
    private BigDecimal value(Ceiling.Bound written) {
        if (written instanceof Ceiling.Fixed fixed) {
            return fixed.value();
        }
        Object value = facts.value(((Ceiling.OfField) written).field());
        return value instanceof Integer whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private void recorded(EarlierAwards awards, Fact applicant) {
        AwardMatch match = new AwardMatch(limit.limit().awards(), applicant);
        match.owner().ifPresent(field -> applicant.addIfUnknown(field, unknown));
        for (RecordedAward award : awards.counted()) {
            if (match.includes(award)) {
                recorded.computeIfAbsent(group(award), group -> new ArrayList<>())
                        .add(award);
            }
        }
    }

    private List<Object> group(RecordedAward award) {
        boolean project = limit.limit().awards().scope() instanceof AwardChoice.OfProject;
        return award.keys().entrySet().stream()
                .filter(key -> project || limit.limit().awards().same().contains(key.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .<Object>map(key -> List.of(key.getKey(), Values.canonical(key.getValue())))
                .toList();
    }

    EvaluableLimit limit() {
        return limit;
    }

    Facts facts() {
        return facts;
    }

    Truth applies() {
        return applies;
    }

    /** How far it goes; empty where that is unknown. */
    Optional<BigDecimal> number() {
        return Optional.ofNullable(number);
    }

    /**
     * The place of an award among those that are counted together.
     *
     * @param pool one of its claim alone, where it is not known what it is counted with
     * @param missing the unknown fields without which the limit cannot be worked out, by their pointers
     */
    record Member(Pool pool, Map<String, Field> missing) {}

    /** The place of an award of the claim; empty if the limit does not apply. */
    Optional<Member> member(Fact claim) {
        if (applies == Truth.FALSE) {
            return Optional.empty();
        }
        Map<String, Field> missing = new LinkedHashMap<>(unknown);
        limit.keys(claim.type()).forEach(key -> claim.addIfUnknown(key, missing));
        return Optional.of(new Member(pool(claim, AssumedKeys.NONE), missing));
    }

    /** The awards that those of a claim are counted with, if its unknown keys have the values that are assumed. */
    Pool pool(Fact claim, AssumedKeys assumed) {
        List<Object> group = new ArrayList<>();
        for (Field key : limit.keys(claim.type())) {
            Object value = assumed.value(claim, key);
            if (value == null) {
                return unknownPools.computeIfAbsent(claim, unknownKey -> anyPool());
            }
            group.add(List.of(key.name(), Values.canonical(value)));
        }
        return pool(group);
    }

    private Pool pool(List<Object> group) {
        return pools.computeIfAbsent(group, key -> {
            Pool pool = anyPool();
            recorded.getOrDefault(key, List.of())
                    .forEach(award -> pool.record(award.decision(), award.claim(), award.amount()));
            return pool;
        });
    }

    /** A pool of which nothing is used, as far as the limit can go. */
    private Pool anyPool() {
        BigDecimal most = number;
        if (most == null) {
            Operand.FieldValue field = limit.limit().numberField().orElseThrow();
            Field.Range any = field.type() == ValueType.INTEGER ? Field.Range.INT : Field.Range.YUAN;
            most = field.field().range().orElse(any).max();
        }
        return Pool.of(limit.limit().ceiling(), most);
    }
}
