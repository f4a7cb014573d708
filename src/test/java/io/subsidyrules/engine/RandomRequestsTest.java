package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** The properties say nothing of what random requests never reach. */
class RandomRequestsTest {

    @Example
    void everyItemOfTheRulesHoldsForSomeRequestFailsForAnotherAndIsOpenForAnother() {
        assertEveryItemHoldsFailsAndIsOpen(Questions.RULES);
    }

    @Example
    void everyItemOfTheSpecimenHoldsForSomeRequestFailsForAnotherAndIsOpenForAnother() {
        assertEveryItemHoldsFailsAndIsOpen(Questions.SPECIMEN);
    }

    private static void assertEveryItemHoldsFailsAndIsOpen(Ruleset ruleset) {
        Map<DecidedItem, Set<Status>> reached = new HashMap<>();
        Set<Boolean> repeats = new HashSet<>();
        Questions.to(ruleset).generator(1000).stream(new Random(1))
                .limit(2000)
                .map(question -> question.value().answer(Explain.FULL))
                .flatMap(answer -> Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream()))
                .forEach(item -> {
                    reached.computeIfAbsent(item.item(), any -> EnumSet.noneOf(Status.class))
                            .add(item.status());
                    item.failed().forEach(failed -> repeats.add(failed.repeats().isPresent()));
                });
        assertThat(reached.keySet()).containsExactlyInAnyOrderElementsOf(ruleset.items());
        assertThat(reached)
                .allSatisfy(
                        (item, statuses) -> assertThat(statuses).as(item.id()).hasSize(3));
        assertThat(repeats).containsExactlyInAnyOrder(true, false);
    }
}
