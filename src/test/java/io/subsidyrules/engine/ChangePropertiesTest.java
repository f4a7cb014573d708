package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Yuan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is suggested would do, no less would do, and there is a suggestion where there is a way. */
class ChangePropertiesTest {

    /**
     * An item of an answer.
     *
     * @param claim the position of its claim; -1 for an item on the applicant
     */
    private record Refused(int claim, ItemAnswer answer) {

        List<Change> changes() {
            return answer.explanation().orElseThrow().changes().orElseThrow();
        }

        boolean isRepeat() {
            return answer.failed().get(0).repeats().isPresent();
        }

        /** The same item in another answer to the same claims. */
        ItemAnswer in(Answer other) {
            List<ItemAnswer> items =
                    claim < 0 ? other.supports() : other.claims().get(claim).items();
            return items.stream()
                    .filter(item -> item.item().equals(answer.item()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<Refused> refused(Answer answer) {
        List<Refused> refused = new ArrayList<>();
        for (int i = 0; i < answer.claims().size(); i++) {
            for (ItemAnswer item : answer.claims().get(i).items()) {
                refused.add(new Refused(i, item));
            }
        }
        answer.supports().forEach(item -> refused.add(new Refused(-1, item)));
        refused.removeIf(one -> one.answer().status() != Status.NOT_ELIGIBLE);
        return refused;
    }

    @Property(tries = 1000)
    void everySuggestedChangeFlipsItsItemInTheWholeChangedRequest(
            @ForAll(supplier = Questions.class) Question question, @ForAll long seed) {
        WantedValues values =
                new WantedValues(new Random(seed), question.ruleset().book().vocabulary());
        for (Refused refused : refused(question.answer(Explain.CHANGES))) {
            for (Change change : refused.changes()) {
                Question changed = question;
                for (Change.NewFact fact : change.fields()) {
                    Object value = values.of(fact);
                    changed = changed.with(request -> request.with(fact.pointer(), value));
                }
                ItemAnswer item = refused.in(changed.answer(Explain.FULL));
                assertThat(item.status()).as("%s: %s", item.item().id(), change).isEqualTo(change.status());
                Yuan gained = item.amount().or(item::atStake).orElse(Yuan.ZERO);
                assertThat(gained).isLessThanOrEqualTo(change.gain());
                if (!change.upTo()) {
                    assertThat(gained).isEqualTo(change.gain());
                }
            }
        }
    }

    @Property(tries = 500)
    void suggestionsAreAtMostThreeTheSmallestFirstAndNoneContainsAnother(
            @ForAll(supplier = Questions.class) Question question) {
        for (Refused refused : refused(question.answer(Explain.CHANGES))) {
            List<Change> changes = refused.changes();
            assertThat(changes).hasSizeLessThanOrEqualTo(3);
            assertThat(changes)
                    .isSortedAccordingTo(Comparator.<Change, Integer>comparing(
                                    change -> change.fields().size())
                            .thenComparing(Change::gain, Comparator.reverseOrder())
                            .thenComparing(change -> change.fields().stream()
                                    .filter(fact -> !fact.changeable())
                                    .count()));
            List<Set<String>> pointers = changes.stream()
                    .map(change -> change.fields().stream()
                            .map(Change.NewFact::pointer)
                            .collect(Collectors.toSet()))
                    .toList();
            for (Set<String> one : pointers) {
                assertThat(pointers.stream().filter(one::containsAll)).hasSize(1);
            }
            if (refused.isRepeat()) {
                assertThat(changes).isEmpty();
            }
        }
    }

    @Property(tries = 300)
    void noSingleFieldWouldDoWhereMoreAreSuggested(@ForAll(supplier = Questions.class) Question question) {
        List<Refused> refused = refused(question.answer(Explain.CHANGES));
        refused.removeIf(one -> one.isRepeat()
                || one.changes().stream().anyMatch(change -> change.fields().size() < 2));
        for (Question other : byOneField(question)) {
            Answer answer = other.answer(Explain.FULL);
            assertThat(refused).allSatisfy(one -> assertThat(one.in(answer).status())
                    .as("%s", one.answer().item().id())
                    .isIn(Status.NOT_ELIGIBLE, Status.UNDETERMINED));
        }
    }

    /** The question with each field told otherwise, one at a time. */
    private static List<Question> byOneField(Question question) {
        List<Question> others = new ArrayList<>();
        Stream.concat(
                        Stream.of("/applicant"),
                        Stream.iterate(0, i -> i + 1)
                                .limit(question.request().claims().size())
                                .map(i -> "/claims/" + i))
                .forEach(place -> {
                    GivenFact fact = place.equals("/applicant")
                            ? question.request().applicant()
                            : question.request()
                                    .claims()
                                    .get(Integer.parseInt(place.substring(8)))
                                    .fact();
                    for (GivenFact.Given given : fact.values()) {
                        if (given.field().required()) {
                            continue;
                        }
                        String pointer = place + "/" + given.field().name();
                        others.add(question.with(request -> request.with(pointer, given.value())));
                        Stream.concat(
                                        given.field().constants().stream().flatMap(type -> type.constants().stream()),
                                        given.value() instanceof Boolean ? Stream.of(true, false) : Stream.of())
                                .forEach(value -> others.add(question.with(request -> request.with(pointer, value))));
                    }
                });
        return others;
    }

    @Example
    void theFirstPolicyAlwaysHasAWay() {
        Questions.to(Questions.RULES).generator(1000).stream(new Random(7))
                .limit(500)
                .forEach(drawn -> {
                    for (Refused refused : refused(drawn.value().answer(Explain.CHANGES))) {
                        assertThat(refused.isRepeat() || !refused.changes().isEmpty())
                                .as("%s of %s", refused.answer().item().id(), drawn.value())
                                .isTrue();
                    }
                });
    }
}
