package io.subsidyrules.engine;

import io.subsidyrules.dialect.Amount;
import io.subsidyrules.dialect.Condition;
import io.subsidyrules.dialect.Field;
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
    private final Demands demands;
    private final Goal goal;

    JudgedRule(Rule rule, Function<Condition, Check> checks) {
        this.rule = rule;
        this.checks = rule.conditions().stream().map(checks).toList();
        this.period = Wording.of(rule.period());
        this.demands = Demands.of(rule);
        this.goal = Goal.of(rule);
    }

    Rule rule() {
        return rule;
    }

    /** Its conditions in their order, the period aside. */
    List<Check> checks() {
        return checks;
    }

    Demands demands() {
        return demands;
    }

    Goal goal() {
        return goal;
    }

    /** The truth of all conditions together, of which the first is that the rule is in force. */
    Truth truth(Fact applicant, Fact claim) {
        Truth truth = Truth.of(rule.period().contains(applicant.asOf()));
        for (int i = 0; i < checks.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(checks.get(i).truth(applicant, claim));
        }
        return truth == Truth.TRUE && amountField() && amountValue(applicant, claim) == null ? Truth.UNKNOWN : truth;
    }

    /** The conditions that are false, in the order of the rule. */
    List<Failed> failed(Fact applicant, Fact claim) {
        List<Failed> failed = new ArrayList<>();
        if (!rule.period().contains(applicant.asOf())) {
            failed.add(period(applicant.asOf()));
        }
        for (Check check : checks) {
            if (check.truth(applicant, claim) == Truth.FALSE) {
                failed.add(check.failed(applicant, claim));
            }
        }
        return failed;
    }

    /** All conditions, and how the amount comes about. */
    Explanation explanation(Status status, Fact applicant, Fact claim) {
        List<ConditionAnswer> conditions = new ArrayList<>(checks.size() + 2);
        boolean inForce = rule.period().contains(applicant.asOf());
        conditions.add(
                new ConditionAnswer(Truth.of(inForce), period(applicant.asOf()), List.of(), Optional.of(rule.place())));
        for (Check check : checks) {
            conditions.add(check.answer(applicant, claim));
        }
        BigDecimal value = amountValue(applicant, claim);
        if (rule.amount().orElse(null) instanceof Amount.Share share) {
            conditions.add(amountKnown(share, share.source().of().isClaim() ? claim : applicant));
        }
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

    private ConditionAnswer amountKnown(Amount.Share share, Fact fact) {
        Field field = share.source().field();
        Optional<Object> actual = Optional.ofNullable(fact.value(field));
        Failed seen = Failed.of(fact.pointerOf(field), field.name(), Wording.known(field), actual);
        return new ConditionAnswer(
                actual.isPresent() ? Truth.TRUE : Truth.UNKNOWN, seen, List.of(), Optional.of(rule.place()));
    }

    /** The unknown fields of the unknown conditions by their pointers, in the order of reading. */
    Map<String, Field> missing(Fact applicant, Fact claim) {
        Map<String, Field> missing = new LinkedHashMap<>();
        for (Check check : checks) {
            if (check.truth(applicant, claim) == Truth.UNKNOWN) {
                check.addMissing(missing, applicant, claim);
            }
        }
        if (rule.amount().orElse(null) instanceof Amount.Share share && amountValue(applicant, claim) == null) {
            Fact fact = share.source().of().isClaim() ? claim : applicant;
            missing.put(fact.pointerOf(share.source().field()), share.source().field());
        }
        return missing;
    }

    /** The amount where what it is computed from is known, else its ceiling; nothing where the rule gives none. */
    Yuan amount(Fact applicant, Fact claim) {
        Amount amount = rule.amount().orElse(null);
        if (amount instanceof Amount.Share share) {
            BigDecimal value = amountValue(applicant, claim);
            return value == null ? share.ceiling() : share.of(value);
        }
        return amount == null ? Yuan.ZERO : amount.ceiling();
    }

    private boolean amountField() {
        return rule.amount().orElse(null) instanceof Amount.Share;
    }

    private @Nullable BigDecimal amountValue(Fact applicant, Fact claim) {
        return rule.amount().orElse(null) instanceof Amount.Share share
                ? (BigDecimal) Operands.value(share.source(), applicant, claim)
                : null;
    }
}
