package io.subsidyrules.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.dialect.model.Amount;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Yuan;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An explanation says what the outcome says, and names all that could change it. */
class ExplanationPropertiesTest {

    @Property(tries = 500)
    void theConditionsOfAnExplanationGiveTheStatus(@ForAll(supplier = AskedRequests.class) AskedRequest question) {
        items(question.answer(Explain.FULL)).forEach(item -> {
            List<Truth> truths = conditions(item).map(ConditionAnswer::truth).toList();
            Truth all = truths.stream().reduce(Truth.TRUE, Truth::and);
            Status expected =
                    switch (all) {
                        case FALSE -> Status.NOT_ELIGIBLE;
                        case UNKNOWN -> Status.UNDETERMINED;
                        case TRUE ->
                            item.item().outcome() == Outcome.REFER || isForAPerson(item)
                                    ? Status.REFERRED
                                    : Status.ELIGIBLE;
                    };
            assertThat(item.status()).isEqualTo(expected);
        });
    }

    /** Whether the amount is above the largest of the policy, or the claim looks like another one of the request. */
    private static boolean isForAPerson(ItemAnswer item) {
        return conditions(item)
                .anyMatch(condition -> condition.seen().condition().equals(Observation.LARGEST_AMOUNT)
                        || condition.seen().repeats().isPresent());
    }

    @Property(tries = 500)
    void whatFailedAndWhatIsMissingAreThatOfTheConditions(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Set<String> untold = question.request().untold();
        Set<String> lists = lists(question.read());
        items(question.answer(Explain.FULL)).forEach(item -> {
            assertThat(item.failed())
                    .isEqualTo(
                            item.status() == Status.NOT_ELIGIBLE
                                    ? conditions(item)
                                            .filter(condition -> condition.truth() == Truth.FALSE)
                                            .map(ConditionAnswer::seen)
                                            .toList()
                                    : List.of());
            if (item.status() != Status.UNDETERMINED) {
                assertThat(item.missing()).isEmpty();
                return;
            }
            List<String> ofNoMember = item.missing().stream()
                    .filter(pointer -> !isOfMember(pointer))
                    .toList();
            if (unknownConditions(item).flatMap(ExplanationPropertiesTest::seen).noneMatch(lists::contains)) {
                assertThat(ofNoMember).containsExactlyElementsOf(unknown(item, untold));
            } else {
                // What the conditions on members read is missing only where it decides of one.
                assertThat(unknown(item, untold)).containsAll(ofNoMember);
            }
            item.missing().stream()
                    .filter(ExplanationPropertiesTest::isOfMember)
                    .forEach(pointer -> {
                        assertThat(untold).contains(pointer);
                        assertThat(members(item).filter(member -> pointer.startsWith(member.pointer() + "/")))
                                .anyMatch(member -> member.counted() != Truth.FALSE);
                    });
            unknownConditions(item).forEach(condition -> assertThat(item.missing())
                    .as(condition.seen().text().en())
                    .anyMatch(pointer ->
                            seen(condition).anyMatch(one -> pointer.equals(one) || pointer.startsWith(one + "/"))));
        });
    }

    /** The pointers of all lists of members, told or not. */
    private static Set<String> lists(Request request) {
        return Stream.concat(
                        Stream.of(request.applicant()),
                        request.claims().stream().map(Claim::fact))
                .flatMap(fact -> fact.type().fields().stream()
                        .filter(field -> field.type() == ValueType.MEMBERS)
                        .map(fact::pointerOf))
                .collect(Collectors.toSet());
    }

    /** Whether a pointer leads into a member of a list, as in {@code /applicant/people/0/age}. */
    private static boolean isOfMember(String pointer) {
        return pointer.matches("(/applicant|/claims/[0-9]+)/[^/]+/[0-9]+/.+");
    }

    /** What the unknown conditions read that is not told, in the order of reading. */
    private static Set<String> unknown(ItemAnswer item, Set<String> untold) {
        Set<String> unknown = new LinkedHashSet<>();
        unknownConditions(item)
                .forEach(condition -> seen(condition).filter(untold::contains).forEach(unknown::add));
        return unknown;
    }

    private static Stream<ConditionAnswer> unknownConditions(ItemAnswer item) {
        return conditions(item).filter(condition -> condition.truth() == Truth.UNKNOWN);
    }

    /** The pointers of what a condition has not seen the value of. */
    private static Stream<String> seen(ConditionAnswer condition) {
        return Stream.concat(
                        Stream.of(new ConditionAnswer.Seen(
                                condition.seen().pointer(), condition.seen().actual())),
                        condition.others().stream())
                .filter(seen -> seen.actual().isEmpty())
                .map(ConditionAnswer.Seen::pointer);
    }

    private static Stream<ConditionAnswer.MemberAnswer> members(ItemAnswer item) {
        return conditions(item).flatMap(condition -> condition.members().stream());
    }

    @Property(tries = 500)
    void aCalculationEndsInTheAmount(@ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Answer answer = question.answer(Explain.FULL);
        items(answer).forEach(item -> {
            Optional<Yuan> amount = item.amount().or(item::atStake);
            boolean composed = item.item().rule(answer.asOf()).amount().orElse(null) instanceof Amount.Composed;
            calculation(item).ifPresent(text -> {
                assertThat(composed || text.en().contains("since not all") ? last(text.en()) : result(text.en()))
                        .as(text.en())
                        .isEqualTo(amount.orElseThrow());
                assertThat(numbers(text.zh())).containsAll(numbers(text.en()));
            });
            if (calculation(item).isEmpty()) {
                assertThat(item.amount()).isEmpty();
                assertThat(item.atStake().orElse(Yuan.ZERO)).isEqualTo(Yuan.ZERO);
            }
        });
    }

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*[.][0-9]{2}");
    private static final Pattern SHARE = Pattern.compile("([0-9.]+)% of ([0-9,.]+) = ([0-9,.]+[0-9])");

    private static List<BigDecimal> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(ExplanationPropertiesTest::number)
                .toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
    }

    /** Where an amount is made of parts, all steps lead to it. */
    private static Yuan last(String text) {
        List<BigDecimal> numbers = numbers(text);
        return new Yuan(numbers.get(numbers.size() - 1));
    }

    /** What a reader takes for the amount: a sum or a part of it, or the ceiling that is less. */
    private static Yuan result(String text) {
        List<BigDecimal> numbers = new ArrayList<>(numbers(text));
        Matcher share = SHARE.matcher(text);
        if (share.find()) {
            BigDecimal part = number(share.group(1))
                    .movePointLeft(2)
                    .multiply(numbers.remove(0))
                    .setScale(2, RoundingMode.DOWN);
            assertThat(numbers.get(0)).as(text).isEqualByComparingTo(part);
        }
        BigDecimal first = numbers.get(0);
        BigDecimal ceiling = numbers.get(numbers.size() - 1);
        assertThat(ceiling.compareTo(first) > 0).as(text).isEqualTo(text.contains(", below the ceiling of "));
        assertThat(ceiling.compareTo(first) < 0).as(text).isEqualTo(text.contains(", above the ceiling of "));
        return new Yuan(first.min(ceiling));
    }

    private static Optional<Text> calculation(ItemAnswer item) {
        return item.explanation().orElseThrow().calculation();
    }

    @Property(tries = 500)
    void theQuestionsAreAllThatIsMissingTheMostYuanFirst(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Answer answer = question.answer(Explain.FULL);
        Map<String, Set<RuledItem>> waiting = new HashMap<>();
        items(answer).forEach(item -> item.missing()
                .forEach(pointer ->
                        waiting.computeIfAbsent(pointer, any -> new HashSet<>()).add(item.item())));
        Map<String, Set<RuledItem>> asked = new HashMap<>();
        answer.questions().forEach(missing -> asked.put(missing.pointer(), new HashSet<>(missing.items())));
        assertThat(asked).isEqualTo(waiting).hasSameSizeAs(answer.questions());
        assertThat(answer.questions())
                .extracting(Question::atStake)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(answer.questions())
                .allSatisfy(missing -> assertThat(missing.atStake()).isLessThanOrEqualTo(answer.atStake()));
    }

    @Property(tries = 500)
    void onceTheQuestionsAreAnsweredNothingIsUndetermined(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        Set<String> asked = new HashSet<>();
        question.answer(Explain.SUMMARY).questions().forEach(missing -> asked.add(missing.pointer()));
        Answer answer = question.with(request -> request.answering(asked)).answer(Explain.FULL);
        assertThat(answer.questions()).isEmpty();
        assertThat(items(answer)).extracting(ItemAnswer::status).doesNotContain(Status.UNDETERMINED);
    }

    private static Stream<ConditionAnswer> conditions(ItemAnswer item) {
        return item.explanation().orElseThrow().conditions().stream();
    }

    private static List<ItemAnswer> items(Answer answer) {
        return Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .toList();
    }
}
