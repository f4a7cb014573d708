package io.subsidyrules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.policy.Language;
import io.subsidyrules.policy.Outcome;
import io.subsidyrules.policy.Text;
import io.subsidyrules.policy.Yuan;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An explanation says what the outcome says, and names all that could change it. */
class ExplanationPropertiesTest {

    @Property(tries = 500)
    void theConditionsOfAnExplanationGiveTheStatus(@ForAll(supplier = Questions.class) Question question) {
        items(question.answer(Explain.FULL)).forEach(item -> {
            List<Truth> truths = conditions(item).map(ConditionAnswer::truth).toList();
            Truth all = truths.stream().reduce(Truth.TRUE, Truth::and);
            Status expected =
                    switch (all) {
                        case FALSE -> Status.NOT_ELIGIBLE;
                        case UNKNOWN -> Status.UNDETERMINED;
                        case TRUE -> item.item().outcome() == Outcome.REFER ? Status.REFERRED : Status.ELIGIBLE;
                    };
            assertThat(item.status()).isEqualTo(expected);
        });
    }

    @Property(tries = 500)
    void whatFailedAndWhatIsMissingAreThatOfTheConditions(@ForAll(supplier = Questions.class) Question question) {
        items(question.answer(Explain.FULL)).forEach(item -> {
            assertThat(item.failed())
                    .isEqualTo(
                            item.status() == Status.NOT_ELIGIBLE
                                    ? conditions(item)
                                            .filter(condition -> condition.truth() == Truth.FALSE)
                                            .map(ConditionAnswer::seen)
                                            .toList()
                                    : List.of());
            Set<String> unknown = new LinkedHashSet<>();
            conditions(item)
                    .filter(condition -> condition.truth() == Truth.UNKNOWN)
                    .forEach(condition -> unknown.addAll(unknown(condition)));
            assertThat(item.missing())
                    .containsExactlyElementsOf(item.status() == Status.UNDETERMINED ? unknown : List.of());
        });
    }

    private static List<String> unknown(ConditionAnswer condition) {
        return Stream.concat(
                        Stream.of(new ConditionAnswer.Seen(
                                condition.seen().pointer(), condition.seen().actual())),
                        condition.others().stream())
                .filter(seen -> seen.actual().isEmpty())
                .map(ConditionAnswer.Seen::pointer)
                .toList();
    }

    @Property(tries = 500)
    void aCalculationEndsInTheAmount(@ForAll(supplier = Questions.class) Question question) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        items(question.answer(Explain.FULL)).forEach(item -> {
            Stream.concat(item.amount().stream(), item.atStake().stream())
                    .filter(amount -> calculation(item).isPresent())
                    .forEach(amount -> assertThat(List.of(
                                    calculation(item).orElseThrow().in(Language.EN),
                                    calculation(item).orElseThrow().in(Language.ZH)))
                            .allSatisfy(text -> assertThat(text).contains(format.format(amount.amount()))));
            if (calculation(item).isEmpty()) {
                assertThat(item.amount()).isEmpty();
                assertThat(item.atStake().orElse(Yuan.ZERO)).isEqualTo(Yuan.ZERO);
            }
        });
    }

    private static Optional<Text> calculation(ItemAnswer item) {
        return item.explanation().orElseThrow().calculation();
    }

    @Property(tries = 500)
    void theQuestionsAreAllThatIsMissingTheMostYuanFirst(@ForAll(supplier = Questions.class) Question question) {
        Answer answer = question.answer(Explain.FULL);
        Map<String, Set<DecidedItem>> waiting = new HashMap<>();
        items(answer).forEach(item -> item.missing()
                .forEach(pointer ->
                        waiting.computeIfAbsent(pointer, any -> new HashSet<>()).add(item.item())));
        Map<String, Set<DecidedItem>> asked = new HashMap<>();
        answer.questions().forEach(missing -> asked.put(missing.pointer(), new HashSet<>(missing.items())));
        assertThat(asked).isEqualTo(waiting).hasSameSizeAs(answer.questions());
        assertThat(answer.questions())
                .extracting(MissingField::atStake)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(answer.questions())
                .allSatisfy(missing -> assertThat(missing.atStake()).isLessThanOrEqualTo(answer.atStake()));
    }

    @Property(tries = 500)
    void onceTheQuestionsAreAnsweredNothingIsUndetermined(@ForAll(supplier = Questions.class) Question question) {
        Set<String> asked = new HashSet<>();
        question.answer(Explain.SUMMARY).questions().forEach(missing -> asked.add(missing.pointer()));
        Answer answer = question.with(request -> request.telling((pointer, field) -> asked.contains(pointer)))
                .answer(Explain.FULL);
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
