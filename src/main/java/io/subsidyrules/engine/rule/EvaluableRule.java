package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.answer.ConditionAnswer;
import io.subsidyrules.engine.answer.Explanation;
import io.subsidyrules.engine.answer.Observation;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.wording.CalculationWording;
import io.subsidyrules.engine.wording.Wording;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out on the model what Drools does not say of a rule that did not fire: what failed and what is unknown. */
public final class EvaluableRule {

    private final Rule rule;
    private final List<EvaluableCondition> checks;
    private final Text period;
    private final Requirements goal;

    public EvaluableRule(Rule rule, Function<Condition, EvaluableCondition> checks) {
        this.rule = rule;
        this.checks = rule.conditions().stream().map(checks).toList();
        this.period = Wording.of(rule.period());
        this.goal = Requirements.of(rule);
    }

    public Rule rule() {
        return rule;
    }

    /** Its conditions in their order, the period aside. */
    public List<EvaluableCondition> checks() {
        return checks;
    }

    public Requirements goal() {
        return goal;
    }

    /** The truth of all conditions together, of which the first is that the rule is in force. */
    public Truth truth(Facts facts) {
        Truth truth = Truth.of(rule.period().contains(facts.asOf()));
        for (int i = 0; i < checks.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(checks.get(i).truth(facts));
        }
        return truth == Truth.TRUE && rule.share().isPresent() && amountValue(facts) == null ? Truth.UNKNOWN : truth;
    }

    /** The conditions that are false, in the order of the rule. */
    public List<Observation> failed(Facts facts) {
        List<Observation> failed = new ArrayList<>();
        if (!rule.period().contains(facts.asOf())) {
            failed.add(period(facts.asOf()));
        }
        for (EvaluableCondition check : checks) {
            if (check.truth(facts) == Truth.FALSE) {
                failed.add(check.failed(facts));
            }
        }
        return failed;
    }

    /** All conditions, and how the amount comes about. */
    public Explanation explanation(Status status, Facts facts) {
        List<ConditionAnswer> conditions = new ArrayList<>(checks.size() + 2);
        boolean inForce = rule.period().contains(facts.asOf());
        conditions.add(
                new ConditionAnswer(Truth.of(inForce), period(facts.asOf()), List.of(), Optional.of(rule.place())));
        for (EvaluableCondition check : checks) {
            conditions.add(check.answer(facts));
        }
        BigDecimal value = amountValue(facts);
        rule.share().ifPresent(share -> conditions.add(amountKnown(share, facts)));
        return new Explanation(
                conditions,
                status == Status.NOT_ELIGIBLE
                        ? Optional.empty()
                        : rule.amount().map(amount -> CalculationWording.of(amount, value)),
                Optional.empty());
    }

    private Observation period(LocalDate asOf) {
        return Observation.of("/asOf", rule.period().toString(), period, Optional.of(asOf));
    }

    private ConditionAnswer amountKnown(Amount.Share share, Facts facts) {
        Operand.FieldValue source = share.source();
        Optional<Object> actual = Optional.ofNullable(facts.value(source));
        Observation seen =
                Observation.of(facts.pointerOf(source), source.field().name(), Wording.known(source.field()), actual);
        return new ConditionAnswer(
                actual.isPresent() ? Truth.TRUE : Truth.UNKNOWN, seen, List.of(), Optional.of(rule.place()));
    }

    /** The unknown fields of the unknown conditions by their pointers, in the order of reading. */
    public Map<String, Field> missing(Facts facts) {
        Map<String, Field> missing = new LinkedHashMap<>();
        for (EvaluableCondition check : checks) {
            if (check.truth(facts) == Truth.UNKNOWN) {
                check.addMissing(missing, facts);
            }
        }
        rule.share().ifPresent(share -> facts.addIfUnknown(share.source(), missing));
        return missing;
    }

    /** The amount where what it is computed from is known, else its ceiling; nothing if the rule gives none. */
    public Yuan amount(Facts facts) {
        BigDecimal value = amountValue(facts);
        return value == null
                ? rule.amount().map(Amount::ceiling).orElse(Yuan.ZERO)
                : rule.share().orElseThrow().of(value);
    }

    private @Nullable BigDecimal amountValue(Facts facts) {
        return rule.share()
                .map(share -> (BigDecimal) facts.value(share.source()))
                .orElse(null);
    }
}
