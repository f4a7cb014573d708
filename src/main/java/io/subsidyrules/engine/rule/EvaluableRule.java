package io.subsidyrules.engine.rule;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.amount.EvaluableAmount;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Works out on the model what Drools does not say of a rule that did not fire: what failed and what is unknown. */
public final class EvaluableRule {

    private static final Operand AS_OF = new Operand.AsOf();

    private final Rule rule;
    private final List<EvaluableCondition> checks;
    private final Text period;
    private final Requirements goal;
    private final Optional<EvaluableAmount> amount;

    /** The aggregates whose members each condition shows: those that none before it has shown. */
    private final List<List<Operand.MemberAggregate>> shown;

    public EvaluableRule(Rule rule, Function<Condition, EvaluableCondition> checks) {
        this.rule = rule;
        this.checks = rule.conditions().stream().map(checks).toList();
        this.period = Wording.period(rule);
        this.goal = Requirements.of(rule);
        this.amount = rule.amount().map(given -> EvaluableAmount.of(rule, given));
        Set<List<Object>> before = new HashSet<>();
        this.shown = this.checks.stream()
                .map(check -> check.aggregates().stream()
                        .filter(one -> before.add(List.of(one.count(), one.of())))
                        .toList())
                .toList();
    }

    /** The aggregates whose members an explanation shows, of each list and its conditions once. */
    public List<Operand.MemberAggregate> shownAggregates() {
        return shown.stream().flatMap(List::stream).toList();
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

    /** Whether the rule is in force on the day that decides; unknown where that day is. */
    private Truth inForce(Facts facts) {
        LocalDate day = facts.decidingDay(rule);
        return day == null ? Truth.UNKNOWN : Truth.of(rule.period().contains(day));
    }

    /** The truth of all conditions together, of which the first is that the rule is in force. */
    public Truth truth(Facts facts) {
        Truth truth = inForce(facts);
        for (int i = 0; i < checks.size() && truth != Truth.FALSE; i++) {
            truth = truth.and(checks.get(i).truth(facts));
        }
        return truth == Truth.TRUE && amount.isPresent() && !amount.get().isKnown(facts) ? Truth.UNKNOWN : truth;
    }

    /**
     * Whether it can come to hold if the fields at some pointers change, and nothing else does.
     *
     * @param without the facts as if nothing were known of those fields
     */
    public boolean canHoldBy(Set<String> pointers, Facts without) {
        return inForce(without) != Truth.FALSE
                && checks.stream().allMatch(check -> switch (check.truth(without)) {
                    case TRUE -> true;
                    case FALSE -> false;
                    case UNKNOWN -> isAny(check.condition().reads(), pointers, without);
                })
                && (amount.isEmpty()
                        || amount.get().isKnown(without)
                        || isAny(amount.get().sources(), pointers, without));
    }

    private static boolean isAny(List<? extends Operand> reads, Set<String> pointers, Facts facts) {
        return reads.stream().anyMatch(read -> pointers.contains(facts.pointerOf(read)));
    }

    /** The conditions that are false, in the order of the rule. */
    public List<Observation> failed(Facts facts) {
        List<Observation> failed = new ArrayList<>();
        if (inForce(facts) == Truth.FALSE) {
            failed.add(period(facts));
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
        conditions.add(ConditionAnswer.of(inForce(facts), period(facts), List.of(), Optional.of(rule.place())));
        for (int i = 0; i < checks.size(); i++) {
            conditions.add(checks.get(i).answer(facts, shown.get(i)));
        }
        amount.ifPresent(given -> addAmountKnown(given, facts, conditions));
        amount.filter(given -> status == Status.REFERRED && given.isAboveLargest(facts))
                .ifPresent(given -> conditions.add(aboveLargest(given, facts)));
        return new Explanation(
                conditions,
                amount.filter(given -> status != Status.NOT_ELIGIBLE && given.canBeHad(facts))
                        .map(given -> calculation(given, facts)),
                false,
                Optional.empty());
    }

    private Observation period(Facts facts) {
        Operand day = rule.decides().isEmpty() ? AS_OF : rule.decides().get();
        return Observation.of(
                facts.pointerOf(day), rule.period().toString(), period, Optional.ofNullable(facts.decidingDay(rule)));
    }

    private Text calculation(EvaluableAmount given, Facts facts) {
        return CalculationWording.of(given.amount(), rule.currency(), given.most(facts), facts::value);
    }

    /** Adds that the fields are known which the amount is computed from, unless it is known without them. */
    private void addAmountKnown(EvaluableAmount given, Facts facts, List<ConditionAnswer> conditions) {
        boolean known = given.isKnown(facts);
        for (Operand source : given.sources()) {
            if (!known || facts.value(source) != null) {
                conditions.add(amountKnown(source, facts));
            }
        }
    }

    /** Why a person decides on an award of a rule without a ceiling. */
    private static ConditionAnswer aboveLargest(EvaluableAmount given, Facts facts) {
        Operand source =
                given.sources().isEmpty() ? new Operand.AsOf() : given.sources().get(0);
        Observation seen = Observation.of(
                facts.pointerOf(source),
                Observation.LARGEST_AMOUNT,
                CalculationWording.aboveLargest(
                        given.most(facts), given.amount().ceiling()),
                Optional.ofNullable(facts.value(source)));
        return ConditionAnswer.of(Truth.TRUE, seen, List.of(), Optional.empty());
    }

    private ConditionAnswer amountKnown(Operand operand, Facts facts) {
        Optional<Object> actual = Optional.ofNullable(facts.value(operand));
        if (operand instanceof Operand.MemberAggregate aggregate) {
            return membersKnown(aggregate, actual, facts);
        }
        Operand.FieldValue source = (Operand.FieldValue) operand;
        Observation seen =
                Observation.of(facts.pointerOf(source), source.field().name(), Wording.known(source.field()), actual);
        return ConditionAnswer.of(
                actual.isPresent() ? Truth.TRUE : Truth.UNKNOWN, seen, List.of(), Optional.of(rule.place()));
    }

    private boolean isShown(Operand.MemberAggregate aggregate) {
        return shownAggregates().stream()
                .anyMatch(
                        one -> one.count().equals(aggregate.count()) && one.of().equals(aggregate.of()));
    }

    /** The fields of the applicant and of the claim that the conditions on members read, once each. */
    private static List<ConditionAnswer.Seen> readByConditions(Operand.MemberAggregate aggregate, Facts facts) {
        Set<Operand.FieldValue> reads = new LinkedHashSet<>();
        aggregate.forEachField(reads::add);
        reads.remove(aggregate.list());
        return reads.stream()
                .map(read -> new ConditionAnswer.Seen(facts.pointerOf(read), Optional.ofNullable(facts.value(read))))
                .toList();
    }

    private ConditionAnswer membersKnown(Operand.MemberAggregate aggregate, Optional<Object> actual, Facts facts) {
        Observation seen = Observation.of(
                facts.pointerOf(aggregate.list()), aggregate.list().field().name(), Wording.known(aggregate), actual);
        return ConditionAnswer.of(
                actual.isPresent() ? Truth.TRUE : Truth.UNKNOWN,
                seen,
                readByConditions(aggregate, facts),
                isShown(aggregate) ? List.of() : MemberAnswers.of(aggregate, facts),
                Optional.of(rule.place()));
    }

    /** The unknown fields of the unknown conditions by their pointers, in the order of reading. */
    public Map<String, Field> missing(Facts facts) {
        Map<String, Field> missing = new LinkedHashMap<>();
        rule.decides().ifPresent(day -> facts.addIfUnknown(day, missing));
        for (EvaluableCondition check : checks) {
            if (check.truth(facts) == Truth.UNKNOWN) {
                check.addMissing(missing, facts);
            }
        }
        amount.filter(given -> !given.isKnown(facts))
                .ifPresent(given -> given.sources().forEach(source -> facts.addUnknown(source, missing)));
        return missing;
    }

    /**
     * The amount where what it is computed from is known, else the most that it can come to; nothing if the rule gives
     * none, or if what is unknown can have no value with which it would.
     */
    public Yuan amount(Facts facts) {
        return amount.isPresent() && amount.get().canBeHad(facts) ? amount.get().most(facts) : Yuan.ZERO;
    }

    /** Whether a person decides though the rule awards: it has no ceiling, and more than the policy pays by itself. */
    public boolean isAboveLargest(Facts facts) {
        return amount.isPresent() && amount.get().isAboveLargest(facts);
    }

    /** The amount, ready to be worked out; empty if the rule gives none. */
    public Optional<EvaluableAmount> evaluableAmount() {
        return amount;
    }
}
