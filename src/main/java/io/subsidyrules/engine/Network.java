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
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.engine.amount.EvaluableAmount;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.conf.DirectFiringOption;

/**
 * Builds the Drools network of a rule book from its model. Drools' own model objects are made, not text: nothing is
 * generated and nothing compiled, and equal conditions of several rules share a node, known by its fingerprint. A rule
 * has one pattern, of a claim with its applicant, so no facts are joined: that takes half the time of joining them.
 */
final class Network {

    private final Variable<Facts> subject = declarationOf(Facts.class, "$subject");
    private final Map<Expression, String> fingerprints = new HashMap<>();
    private final Map<Amount, String> amounts = new HashMap<>();

    private Network() {}

    /**
     * A KieBase whose rules call {@link Fact#fire} on the fact that they decide on.
     *
     * @param applicantType the type that rules without a claim decide on
     */
    static InternalKnowledgeBase build(FactType applicantType, List<Rule> rules) {
        ModelImpl model = new ModelImpl();
        Network network = new Network();
        rules.forEach(rule -> model.addRule(network.build(rule, rule.claim().orElse(applicantType))));
        InternalKnowledgeBase base = KieBaseBuilder.createKieBaseFromModel(model);
        // No rule goes before another one, so none waits on an agenda for its turn.
        base.getSessionConfiguration().setOption(DirectFiringOption.YES);
        return base;
    }

    private org.drools.model.Rule build(Rule rule, FactType type) {
        PatternDSL.PatternDef<Facts> pattern = ofType(type);
        inForce(rule, pattern);
        for (Condition condition : rule.conditions()) {
            CompiledCondition holds = CompiledCondition.of(condition.expression());
            test(fingerprint(condition), facts -> holds.test(facts.applicant(), facts.claim()), pattern);
        }
        amountKnown(rule, pattern);
        return rule(rule.policy(), rule.name())
                .build(pattern, on(subject).execute(facts -> facts.claim().fire(rule)));
    }

    private PatternDSL.PatternDef<Facts> ofType(FactType type) {
        String print = "type " + type.name();
        return pattern(subject)
                .expr(
                        print,
                        new Test(print, facts -> facts.claim().type().equals(type)),
                        alphaIndexedBy(
                                String.class,
                                Index.ConstraintType.EQUAL,
                                0,
                                facts -> facts.claim().type().name(),
                                type.name()));
    }

    /** The period is a test of the day of the evaluation, or of the date of the applicant or the claim that decides. */
    private static void inForce(Rule rule, PatternDSL.PatternDef<Facts> pattern) {
        Period period = rule.period();
        if (rule.decides().isEmpty()) {
            test(period.toString(), facts -> period.contains(facts.asOf()), pattern);
            return;
        }
        Operand.FieldValue day = rule.decides().get();
        test(
                "%s of %s in %s".formatted(day.field().name(), day.of().name(), period),
                facts -> facts.value(day) instanceof LocalDate known && period.contains(known),
                pattern);
    }

    /** An amount read from fields adds the condition that it is known; of several fields, one may not be. */
    private void amountKnown(Rule rule, PatternDSL.PatternDef<Facts> pattern) {
        if (rule.amount().orElse(null) instanceof Amount.Composed composed) {
            EvaluableAmount amount = EvaluableAmount.of(rule, composed);
            test(
                    amounts.computeIfAbsent(amount.amount(), one -> "amount " + amounts.size() + " known"),
                    amount::isKnown,
                    pattern);
            return;
        }
        rule.share()
                .map(Amount.Share::source)
                .ifPresent(read -> test(
                        read.field().name() + " of " + read.of().name() + " known",
                        facts -> facts.value(read) != null,
                        pattern));
    }

    private static void test(String print, Predicate<Facts> test, PatternDSL.PatternDef<Facts> pattern) {
        pattern.expr(print, new Test(print, test));
    }

    /**
     * One name for all conditions that say the same. Drools merges what has one name, so it is never made from text.
     */
    private String fingerprint(Condition condition) {
        return fingerprints.computeIfAbsent(condition.expression(), expression -> "condition " + fingerprints.size());
    }

    /** A test with the fingerprint by which Drools shares nodes. */
    private record Test(String fingerprint, Predicate<Facts> test) implements Predicate1<Facts>, HashedExpression {

        @Override
        public boolean test(Facts facts) {
            return test.test(facts);
        }

        @Override
        public String getExpressionHash() {
            return fingerprint;
        }
    }
}
