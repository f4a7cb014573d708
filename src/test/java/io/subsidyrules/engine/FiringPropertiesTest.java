package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.fact.Facts;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.engine.random.RandomRequests;
import io.subsidyrules.engine.random.RandomRules;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.engine.rule.EvaluableCondition;
import io.subsidyrules.engine.rule.EvaluableRule;
import io.subsidyrules.policy.Outcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Drools decides what holds, the model says what does not: the two must never disagree. */
class FiringPropertiesTest {

    @Property(tries = 600)
    void aRuleFiresOnceForAFactExactlyWhereAllItsConditionsAreTrue(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Request request = question.read();
        int fired = Firing.of(question.ruleset(), request);
        int expected = 0;
        for (Rule rule : question.ruleset().book().rules()) {
            for (Fact target : facts(request)) {
                boolean holds = rule.claim().orElse(request.applicant().type()).equals(target.type())
                        && new EvaluableRule(rule, EvaluableCondition::of).truth(new Facts(request.applicant(), target))
                                == Truth.TRUE;
                assertThat(target.hasFired(rule))
                        .as("%s on %s", rule.name(), target.type().name())
                        .isEqualTo(holds);
                expected += holds ? 1 : 0;
            }
        }
        assertThat(fired).isEqualTo(expected);
    }

    @Property(tries = 500)
    void anItemStandsAsItsRuleFired(@ForAll(supplier = AskedRequests.class) AskedRequest random) {
        AskedRequest question = random.with(GivenRequest::withoutLookAlikes);
        Request request = question.read();
        Firing.of(question.ruleset(), request);
        Answer answer = question.answer(Explain.FULL);
        answer.supports().forEach(item -> assertStandsAsFired(item, request.applicant(), request));
        for (int i = 0; i < request.claims().size(); i++) {
            Fact claim = request.claims().get(i).fact();
            answer.claims().get(i).items().forEach(item -> assertStandsAsFired(item, claim, request));
        }
    }

    private static void assertStandsAsFired(ItemAnswer answer, Fact target, Request request) {
        boolean fired = answer.item().rules().stream().anyMatch(target::hasFired);
        EvaluableRule rule = new EvaluableRule(answer.item().rule(request.asOf()), EvaluableCondition::of);
        Facts facts = new Facts(request.applicant(), target);
        Status holding = answer.item().outcome() == Outcome.REFER || rule.isAboveLargest(facts)
                ? Status.REFERRED
                : Status.ELIGIBLE;
        Truth truth = rule.truth(facts);
        Status otherwise = truth == Truth.UNKNOWN ? Status.UNDETERMINED : Status.NOT_ELIGIBLE;
        assertThat(answer.status()).as(answer.item().id()).isEqualTo(fired ? holding : otherwise);
        assertThat(answer.failed().isEmpty()).isEqualTo(answer.status() != Status.NOT_ELIGIBLE);
        assertThat(answer.missing().isEmpty()).isEqualTo(answer.status() != Status.UNDETERMINED);
    }

    @Property(tries = 1000)
    void aConditionHoldsExactlyWhereItIsTrue(@ForAll("randomConditions") RandomConditions random) {
        GivenRequest request = random.request();
        Fact applicant = request.applicant().fact("/applicant", request.date());
        for (GivenRequest.GivenClaim given : request.claims()) {
            Fact claim = given.fact().fact("/claims/0", request.date());
            for (Rule rule : random.book().rules()) {
                if (rule.claim().map(claim.type()::equals).orElse(true)) {
                    rule.conditions().forEach(condition -> assertHoldsWhereTrue(condition, applicant, claim));
                }
            }
        }
    }

    private static void assertHoldsWhereTrue(Condition condition, Fact applicant, Fact claim) {
        assertThat(CompiledCondition.of(condition.expression()).test(applicant, claim))
                .as(condition.source())
                .isEqualTo(new Facts(applicant, claim).truth(condition.expression()) == Truth.TRUE);
    }

    /** Random rules with a request, from which no network is built. */
    record RandomConditions(RuleBook book, GivenRequest request) {}

    @Provide
    Arbitrary<RandomConditions> randomConditions() {
        return Arbitraries.oneOf(
                        new RandomRules(AskedRequests.SPECIMEN.book()).books(),
                        new RandomRules(AskedRequests.MEMBERS.book()).books())
                .flatMap(
                        book -> new RandomRequests(book).requests().map(request -> new RandomConditions(book, request)))
                .withoutEdgeCases();
    }

    private static List<Fact> facts(Request request) {
        List<Fact> facts = new ArrayList<>(List.of(request.applicant()));
        request.claims().forEach(claim -> facts.add(claim.fact()));
        return facts;
    }
}
