package io.subsidyrules.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Variables;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.random.GivenFact;
import io.subsidyrules.engine.random.RandomValues;
import io.subsidyrules.engine.random.WantedValues;
import io.subsidyrules.policy.Yuan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            @ForAll(supplier = AskedRequests.class) AskedRequest question, @ForAll long seed) {
        WantedValues values =
                new WantedValues(new Random(seed), question.ruleset().book().vocabulary());
        for (Refused refused : refused(question.answer(Explain.CHANGES))) {
            for (Change change : refused.changes()) {
                AskedRequest changed = question;
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
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
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

    @Property(tries = 150)
    void everySingleFieldThatWouldDoIsSuggestedWhereFewerThanThreeAre(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        List<Refused> refused = refused(question.answer(Explain.CHANGES));
        refused.removeIf(one -> one.isRepeat() || one.changes().size() == 3 || countsByOtherFacts(one));
        byOneField(question)
                .forEach((pointer, others) -> others.forEach(other -> {
                    Answer answer = other.answer(Explain.FULL);
                    for (Refused one : refused) {
                        Status status = one.in(answer).status();
                        if (status == Status.ELIGIBLE || status == Status.REFERRED) {
                            assertThat(one.changes().stream().map(Change::pointers))
                                    .as("%s in %s", one.answer().item().id(), other.request())
                                    .contains(Set.of(pointer));
                        }
                    }
                }));
    }

    /** Whether facts of the claim, of the applicant or the date decide which members of a list count: it is not solved. */
    private static boolean countsByOtherFacts(Refused refused) {
        return refused.answer().item().rules().stream()
                .flatMap(rule -> Stream.concat(
                        rule.conditions().stream().flatMap(condition -> condition.sources().stream()),
                        rule.amount().stream().flatMap(amount -> amount.sources().stream())))
                .anyMatch(source -> source instanceof Operand.MemberAggregate
                        && Variables.of(source).stream()
                                .anyMatch(
                                        variable -> !variable.equals(source) && variable.type() != ValueType.MEMBERS));
    }

    /** The question with one field, or the date, told otherwise, by the pointer of the field. */
    private static Map<String, List<AskedRequest>> byOneField(AskedRequest question) {
        Map<String, List<AskedRequest>> others = new HashMap<>();
        LocalDate date = question.request().date();
        RandomValues values = new RandomValues(question.ruleset().book());
        Map<String, GivenFact> facts = new HashMap<>();
        facts.put("/applicant/", question.request().applicant());
        for (int i = 0; i < question.request().claims().size(); i++) {
            facts.put("/claims/" + i + "/", question.request().claims().get(i).fact());
        }
        facts.forEach((place, fact) -> fact.values().stream()
                .filter(given -> !given.field().required() && given.field().type() != ValueType.MEMBERS)
                .forEach(given -> others.put(
                        place + given.field().name(),
                        Stream.concat(
                                        Stream.of(given.value()),
                                        values.of(fact.type(), given.field()).orElseThrow().allValues().stream()
                                                .flatMap(all -> all.map(value -> value.on(date)))
                                                .filter(value -> !(value instanceof LocalDate day) || isPossible(day)))
                                .distinct()
                                .map(value -> question.with(request ->
                                        request.with(place + given.field().name(), value)))
                                .toList())));
        others.put(
                "/asOf",
                Stream.of(date.minusYears(1), date.minusDays(1), date.plusDays(1), date.plusYears(1))
                        .filter(ChangePropertiesTest::isPossible)
                        .map(other -> question.with(request -> request.with("/asOf", other)))
                        .toList());
        return others;
    }

    private static boolean isPossible(LocalDate date) {
        return date.getYear() >= Field.FIRST_YEAR && date.getYear() <= Field.LAST_YEAR;
    }

    @Example
    void theFirstPolicyAlwaysHasAWay() {
        AskedRequests.to(AskedRequests.RULES).generator(1000).stream(new Random(7))
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
