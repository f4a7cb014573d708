package io.subsidyrules.engine;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.amount.EvaluableAmount;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Builds the Drools network of a rule book from its model. Drools' own model objects are made, not text: nothing is
 * generated and nothing compiled, and equal conditions of several rules share a node, known by its fingerprint.
 */
final class Network {

    private final Variable<Fact> applicant = declarationOf(Fact.class, "$applicant");
    private final Variable<Fact> claim = declarationOf(Fact.class, "$claim");
    private final FactType applicantType;
    private final Map<Expression, String> fingerprints = new HashMap<>();
    private final Map<Amount, String> amounts = new HashMap<>();

    private Network(FactType applicantType) {
        this.applicantType = applicantType;
    }

    /** A KieBase whose rules call {@link Fact#fire} on the fact that they decide on. */
    static KieBase build(FactType applicantType, List<Rule> rules) {
        ModelImpl model = new ModelImpl();
        Network network = new Network(applicantType);
        rules.forEach(rule -> model.addRule(network.build(rule)));
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    private org.drools.model.Rule build(Rule rule) {
        List<RuleItemBuilder<?>> parts = new ArrayList<>();
        parts.add(applicantPattern(rule));
        rule.claim().ifPresent(type -> parts.add(claimPattern(rule, type)));
        Variable<Fact> target = rule.claim().isPresent() ? claim : applicant;
        parts.add(on(target).execute(fact -> fact.fire(rule)));
        return rule(rule.policy(), rule.name()).build(parts.toArray(new RuleItemBuilder<?>[0]));
    }

    private PatternDSL.PatternDef<Fact> applicantPattern(Rule rule) {
        PatternDSL.PatternDef<Fact> pattern = ofType(applicant, applicantType);
        inForce(rule, false, pattern);
        for (Condition condition : rule.conditions()) {
            if (!condition.readsClaim()) {
                CompiledCondition holds = CompiledCondition.of(condition.expression());
                String print = fingerprint(condition);
                pattern.expr(print, new OneFact(print, fact -> holds.test(fact, fact)));
            }
        }
        amountKnown(rule, false, pattern);
        return pattern;
    }

    private PatternDSL.PatternDef<Fact> claimPattern(Rule rule, FactType type) {
        PatternDSL.PatternDef<Fact> pattern = ofType(claim, type);
        inForce(rule, true, pattern);
        for (Condition condition : rule.conditions()) {
            if (condition.readsClaim()) {
                CompiledCondition holds = CompiledCondition.of(condition.expression());
                String print = fingerprint(condition);
                if (condition.readsApplicant()) {
                    pattern.expr(print, applicant, new TwoFacts(print, holds));
                } else {
                    pattern.expr(print, new OneFact(print, fact -> holds.test(fact, fact)));
                }
            }
        }
        amountKnown(rule, true, pattern);
        return pattern;
    }

    /** The period is a test of the day of the evaluation, or of the date of the applicant or the claim that decides. */
    private static void inForce(Rule rule, boolean onClaim, PatternDSL.PatternDef<Fact> pattern) {
        Period period = rule.period();
        if (rule.decides().isEmpty()) {
            if (!onClaim) {
                pattern.expr(period.toString(), new OneFact(period.toString(), fact -> period.contains(fact.asOf())));
            }
            return;
        }
        Operand.FieldValue day = rule.decides().get();
        if (day.of().isClaim() == onClaim) {
            Field field = day.field();
            String print = "%s of %s in %s".formatted(field.name(), day.of().name(), period);
            pattern.expr(
                    print,
                    new OneFact(print, fact -> fact.value(field) instanceof LocalDate known && period.contains(known)));
        }
    }

    /** An amount read from a field adds the condition that the field is known. */
    private void amountKnown(Rule rule, boolean onClaim, PatternDSL.PatternDef<Fact> pattern) {
        if (rule.amount().orElse(null) instanceof Amount.Composed composed) {
            if (onClaim) {
                composedKnown(EvaluableAmount.of(rule, composed), pattern);
            }
            return;
        }
        Optional<Operand.FieldValue> source =
                rule.share().map(Amount.Share::source).filter(read -> read.of().isClaim() == onClaim);
        source.ifPresent(read -> {
            Field field = read.field();
            String print = field.name() + " of " + read.of().name() + " known";
            pattern.expr(print, new OneFact(print, fact -> fact.value(field) != null));
        });
    }

    /** An amount of several fields can be known though one of them is not; money is given to claims alone. */
    private void composedKnown(EvaluableAmount amount, PatternDSL.PatternDef<Fact> pattern) {
        String print = amounts.computeIfAbsent(amount.amount(), composed -> "amount " + amounts.size() + " known");
        pattern.expr(
                print,
                applicant,
                new TwoFacts(print, (ofApplicant, ofClaim, member) -> amount.isKnown(new Facts(ofApplicant, ofClaim))));
    }

    private static PatternDSL.PatternDef<Fact> ofType(Variable<Fact> variable, FactType type) {
        String print = "type " + type.name();
        return pattern(variable)
                .expr(
                        print,
                        new OneFact(print, fact -> fact.type().equals(type)),
                        alphaIndexedBy(
                                String.class,
                                Index.ConstraintType.EQUAL,
                                0,
                                fact -> fact.type().name(),
                                type.name()));
    }

    /**
     * One name for all conditions that say the same. Drools merges what has one name, so it is never made from text.
     */
    private String fingerprint(Condition condition) {
        return fingerprints.computeIfAbsent(condition.expression(), expression -> "condition " + fingerprints.size());
    }

    /** A test of one fact, with the fingerprint by which Drools shares nodes. */
    private record OneFact(String fingerprint, Test test) implements Predicate1<Fact>, HashedExpression {

        interface Test {
            boolean test(Fact fact);
        }

        @Override
        public boolean test(Fact fact) {
            return test.test(fact);
        }

        @Override
        public String getExpressionHash() {
            return fingerprint;
        }
    }

    /** A test of a claim together with the applicant. */
    private record TwoFacts(String fingerprint, CompiledCondition holds)
            implements Predicate2<Fact, Fact>, HashedExpression {

        @Override
        public boolean test(Fact claim, Fact applicant) {
            return holds.test(applicant, claim);
        }

        @Override
        public String getExpressionHash() {
            return fingerprint;
        }
    }
}
