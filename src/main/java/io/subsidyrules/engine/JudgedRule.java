package io.subsidyrules.engine;

import io.subsidyrules.dialect.Amount;
import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Field;
import io.subsidyrules.dialect.Operand;
import io.subsidyrules.dialect.Rule;
import io.subsidyrules.policy.Text;
import io.subsidyrules.policy.Yuan;
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
final class JudgedRule {

    private final Rule rule;
    private final List<Check> checks;
    private final Text period;
    private final Goal goal;

    JudgedRule(Rule rule, Function<Condition, Check> checks) {
        this.rule = rule;
        this.checks = rule.conditions().stream().map(checks).toList();
        this.period = Wording.of(rule.period());
        this.goal = Goal.of(rule);
    }

    Rule rule() {
        return rule;
    }

    /** Its conditions in their order, the period aside. */
    List<Check> checks() {
        return checks;
    }

    Goal goal() {
        return goal;
    }

    /** The truth of all conditions together, of which the first is that the rule is in force. */
    Truth truth(Facts facts) {
        Truth truth = Truth.of(rule.period().contains(facts.asOf()));
        for (int i = 0; i < checks.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(checks.get(i).truth(facts));
        }
        return truth == Truth.TRUE && rule.share().isPresent() && amountValue(facts) == null ? Truth.UNKNOWN : truth;
    }

    /** The conditions that are false, in the order of the rule. */
    List<Failed> failed(Facts facts) {
        List<Failed> failed = new ArrayList<>();
        if (!rule.period().contains(facts.asOf())) {
            failed.add(period(facts.asOf()));
        }
        for (Check check : checks) {
            if (check.truth(facts) == Truth.FALSE) {
                failed.add(check.failed(facts));
            }
        }
        return failed;
    }

    /** All conditions, and how the amount comes about. */
    Explanation explanation(Status status, Facts facts) {
        List<ConditionAnswer> conditions = new ArrayList<>(checks.size() + 2);
        boolean inForce = rule.period().contains(facts.asOf());
        conditions.add(
                new ConditionAnswer(Truth.of(inForce), period(facts.asOf()), List.of(), Optional.of(rule.place())));
        for (Check check : checks) {
            conditions.add(check.answer(facts));
        }
        BigDecimal value = amountValue(facts);
        rule.share().ifPresent(share -> conditions.add(amountKnown(share, facts)));
        return new Explanation(
                conditions,
                status == Status.NOT_ELIGIBLE
                        ? Optional.empty()
                        : rule.amount().map(amount -> Calculation.of(amount, value)),
                Optional.empty());
    }

    private Failed period(LocalDate asOf) {
        return Failed.of("/asOf", rule.period().toString(), period, Optional.of(asOf));
    }

    private ConditionAnswer amountKnown(Amount.Share share, Facts facts) {
        Operand.FieldValue source = share.source();
        Optional<Object> actual = Optional.ofNullable(facts.value(source));
        Failed seen = Failed.of(facts.pointerOf(source), source.field().name(), Wording.known(source.field()), actual);
        return new ConditionAnswer(
                actual.isPresent() ? Truth.TRUE : Truth.UNKNOWN, seen, List.of(), Optional.of(rule.place()));
    }

    /** The unknown fields of the unknown conditions by their pointers, in the order of reading. */
    Map<String, Field> missing(Facts facts) {
        Map<String, Field> missing = new LinkedHashMap<>();
        for (Check check : checks) {
            if (check.truth(facts) == Truth.UNKNOWN) {
                check.addMissing(missing, facts);
            }
        }
        rule.share().ifPresent(share -> facts.addIfUnknown(share.source(), missing));
        return missing;
    }

    /** The amount where what it is computed from is known, else its ceiling; nothing where the rule gives none. */
    Yuan amount(Facts facts) {
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
