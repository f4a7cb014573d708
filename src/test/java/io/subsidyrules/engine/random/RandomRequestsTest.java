package io.subsidyrules.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ClaimAnswer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** The properties say nothing of what random requests never reach. */
class RandomRequestsTest {

    @Example
    void everyItemOfTheSpecimenHoldsForSomeRequestFailsForAnotherAndIsOpenForAnother() {
        assertThat(reached(AskedRequests.SPECIMEN))
                .hasSameSizeAs(AskedRequests.SPECIMEN.items())
                .allSatisfy((item, statuses) -> assertThat(statuses).as(item).hasSize(3));
    }

    /** Not every item need hold, so that a rule which few fulfil can be added without a change here. */
    @Example
    void mostItemsOfTheRulesHoldForSomeRequestAndAllFailForAnotherAndAreOpenForAnother() {
        Map<String, Set<Status>> reached = reached(AskedRequests.RULES);
        assertThat(reached)
                .hasSameSizeAs(AskedRequests.RULES.items())
                .allSatisfy((item, statuses) ->
                        assertThat(statuses).as(item).contains(Status.NOT_ELIGIBLE, Status.UNDETERMINED));
        assertThat(reached.values().stream().filter(statuses -> statuses.size() == 3))
                .hasSizeGreaterThan(reached.size() * 3 / 4);
    }

    @Example
    void someClaimsAreRepeats() {
        assertThat(answers(AskedRequests.RULES))
                .flatMap(Answer::claims)
                .flatMap(ClaimAnswer::items)
                .flatMap(ItemAnswer::failed)
                .anyMatch(failed -> failed.repeats().isPresent());
    }

    /** The statuses of each item in the answers to random requests. */
    private static Map<String, Set<Status>> reached(Ruleset ruleset) {
        Map<String, Set<Status>> reached = new HashMap<>();
        answers(ruleset)
                .flatMap(answer -> Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream()))
                .forEach(item -> reached.computeIfAbsent(item.item().id(), any -> EnumSet.noneOf(Status.class))
                        .add(item.status()));
        return reached;
    }

    private static Stream<Answer> answers(Ruleset ruleset) {
        return AskedRequests.to(ruleset).generator(1000).stream(new Random(1))
                .limit(1500)
                .map(question -> question.value().answer(Explain.FULL));
    }
}
