package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.engine.answer.Status;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenRequest;
import io.subsidyrules.policy.Yuan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What more knowledge can change of an answer, and what it cannot. */
class KnowledgePropertiesTest {

    @Property(tries = 500)
    void knowingMoreChangesOnlyWhatIsUndetermined(
            @ForAll(supplier = AskedRequests.class) AskedRequest random, @ForAll long seed) {
        Random told = new Random(seed);
        AskedRequest question = random.with(GivenRequest::withoutLookAlikes);
        AskedRequest knowing = question.with(
                request -> request.telling((pointer, field) -> field.key() == Field.Key.NONE && told.nextBoolean()));
        Map<List<String>, Status> before = statuses(question.answer(Explain.FULL));
        Map<List<String>, Status> after = statuses(knowing.answer(Explain.FULL));
        before.values().removeIf(status -> status == Status.UNDETERMINED);
        assertThat(after).containsAllEntriesOf(before);
    }

    private static Map<List<String>, Status> statuses(Answer answer) {
        Map<List<String>, Status> statuses = new HashMap<>();
        items(answer).forEach((name, item) -> statuses.put(name, item.status()));
        return statuses;
    }

    /** The items by their claim's id, or -, and their own. */
    private static Map<List<String>, ItemAnswer> items(Answer answer) {
        Map<List<String>, ItemAnswer> items = new HashMap<>();
        answer.supports().forEach(item -> items.put(List.of("-", item.item().id()), item));
        answer.claims().forEach(claim -> claim.items()
                .forEach(item -> items.put(List.of(claim.id(), item.item().id()), item)));
        return items;
    }

    @Property(tries = 500)
    void knowingMoreNeverGivesMoreThanWasAtStake(
            @ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll long seed) {
        Random told = new Random(seed);
        for (GivenRequest.GivenClaim claim : question.request().claims()) {
            AskedRequest less = question.with(request -> request.alone(claim));
            AskedRequest more = less.with(request -> request.telling((pointer, field) -> told.nextInt(4) > 0));
            AskedRequest all = more.with(request -> request.telling((pointer, field) -> true));
            assertThat(most(more)).isLessThanOrEqualTo(most(less));
            assertThat(most(all)).isLessThanOrEqualTo(most(more));
        }
    }

    /** What a claim gives and could give. */
    private static Yuan most(AskedRequest question) {
        Answer answer = question.answer(Explain.SUMMARY);
        return answer.total().plus(answer.atStake());
    }

    @Property(tries = 300)
    void anItemIsDeterminedOnceItsMissingFieldsAreKnown(@ForAll(supplier = AskedRequests.class) AskedRequest random) {
        AskedRequest question = random.with(
                        request -> request.telling((pointer, field) -> field.key() != Field.Key.NONE))
                .with(GivenRequest::withoutLookAlikes);
        Set<String> untold = question.request().untold();
        items(question.answer(Explain.FULL)).forEach((name, item) -> {
            if (item.status() == Status.UNDETERMINED) {
                assertThat(untold).containsAll(item.missing());
                AskedRequest told = question.with(request -> request.answering(item.missing()));
                assertThat(statuses(told.answer(Explain.FULL)).get(name)).isNotEqualTo(Status.UNDETERMINED);
            }
        });
    }
}
