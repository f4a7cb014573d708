package io.subsidyrules.coverage.point;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.amount.EvaluableAmount;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Coverage;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One scenario that was evaluated: what its facts were held against. Used by one thread. */
public final class Trial {

    private final Coverage parts = new Coverage();
    private final Map<Place, Set<Seen>> seen = new HashMap<>();
    private final Map<Rule, Set<Facts>> giving = new HashMap<>();
    private final Map<Rule, Set<Truth>> truths = new HashMap<>();
    private final Map<Operand.FieldValue, Set<Constant>> read = new HashMap<>();
    private final List<Limit> limits;

    /** @param limits those of the ruleset that evaluated the request */
    public Trial(Request request, Answer answer, List<Limit> limits) {
        this.limits = limits;
        parts.add(request, answer, limits);
        Facts alone = new Facts(request.applicant(), request.applicant());
        for (int i = 0; i < answer.claims().size(); i++) {
            Facts facts = new Facts(request.applicant(), request.claims().get(i).fact());
            for (ItemAnswer item : answer.claims().get(i).items()) {
                judged(item, facts, alone);
            }
        }
        answer.supports().forEach(item -> judged(item, alone, alone));
    }

    /** Takes in an item; a claim that repeats another one is held against nothing. */
    private void judged(ItemAnswer item, Facts facts, Facts alone) {
        if (item.failed().stream().anyMatch(one -> one.repeats().isPresent())) {
            return;
        }
        item.item().rules().forEach(rule -> see(rule.place(), Seen.of(facts)));
        judged(item.rule(), facts);
        for (Limit limit : limits) {
            if (limit.counts(item.rule())) {
                limited(limit, alone);
            }
        }
    }

    private void judged(Rule rule, Facts facts) {
        WrittenConditions.of(rule).forEach(condition -> see(condition, Seen.of(facts)));
        WrittenConditions.aggregates(rule).forEach(aggregate -> members(aggregate, facts));
        rule.amount().ifPresent(amount -> amount.reads().forEach(field -> read(field, Seen.of(facts))));
        truths.computeIfAbsent(rule, first -> EnumSet.noneOf(Truth.class)).add(truth(rule, facts));
    }

    /** The truth of all conditions, and unknown where they are true but the amount is not known. */
    private Truth truth(Rule rule, Facts facts) {
        Truth truth = Truth.TRUE;
        for (Expression inForce : rule.inForce()) {
            truth = truth.and(facts.truth(inForce));
        }
        for (Condition condition : rule.conditions()) {
            truth = truth.and(facts.truth(condition.expression()));
        }
        if (truth == Truth.TRUE) {
            giving.computeIfAbsent(rule, first -> new LinkedHashSet<>()).add(facts);
        }
        return truth == Truth.TRUE
                        && rule.amount()
                                .filter(amount ->
                                        !EvaluableAmount.of(rule, amount).isKnown(facts))
                                .isPresent()
                ? Truth.UNKNOWN
                : truth;
    }

    /** Before and after its period a limit asks nothing. */
    private void limited(Limit limit, Facts alone) {
        see(limit.place(), Seen.of(alone));
        if (limit.period().contains(alone.asOf())) {
            limit.conditions().forEach(condition -> see(condition, Seen.of(alone)));
            WrittenConditions.aggregates(limit.conditions()).forEach(aggregate -> members(aggregate, alone));
        }
    }

    private void members(Operand.MemberAggregate aggregate, Facts facts) {
        for (Fact member : facts.members(aggregate.list())) {
            aggregate.conditions().forEach(condition -> see(condition, new Seen(facts, Optional.of(member))));
        }
    }

    private void see(Condition condition, Seen facts) {
        see(condition.place(), facts);
        condition.reads().forEach(field -> read(field, facts));
    }

    private void see(Place place, Seen facts) {
        seen.computeIfAbsent(place, first -> new LinkedHashSet<>()).add(facts);
    }

    private void read(Operand.FieldValue field, Seen facts) {
        if (field.type() == ValueType.CONSTANT && facts.value(field) instanceof Constant constant) {
            read.computeIfAbsent(field, first -> new HashSet<>()).add(constant);
        }
    }

    /** Rows, tiers and limits that it tries. */
    Coverage parts() {
        return parts;
    }

    /** The facts that the condition at a place was held against, or the periods of the rule or limit there. */
    Collection<Seen> seen(Place place) {
        return seen.getOrDefault(place, Set.of());
    }

    /** The facts with which all conditions of a rule are true. */
    Collection<Facts> giving(Rule rule) {
        return giving.getOrDefault(rule, Set.of());
    }

    /** The truths of a rule. */
    Set<Truth> truths(Rule rule) {
        return truths.getOrDefault(rule, Set.of());
    }

    /** Whether a rule read this constant in a field. */
    boolean hasRead(Operand.FieldValue field, Constant constant) {
        return read.getOrDefault(field, Set.of()).contains(constant);
    }
}
