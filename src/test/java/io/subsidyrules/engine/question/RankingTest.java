package io.subsidyrules.engine.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.answer.Explain;
import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever asks the first question of each answer is soon done. QuestionOrderTest measures by how much. */
class RankingTest {

    @Example
    void itTakesHardlyMoreQuestionsThanTheBestOrder() {
        List<ComparedOrders> some = some();
        assertThat(mean(some.stream(), one -> one.more(Asking.RULE, Asking.BEST)))
                .isLessThan(0.05);
        assertThat(mean(some.stream(), one -> one.more(Asking.RANDOM, Asking.BEST)))
                .isGreaterThan(0.2);
    }

    @Example
    void theFirstQuestionSettlesMoreYuanThanTheFirstOfTheFiles() {
        List<ComparedOrders.Draw> draws = some().stream()
                .flatMap(one -> one.draws().stream())
                .filter(ComparedOrders.Draw::settlesYuan)
                .toList();
        assertThat(mean(draws.stream(), draw -> draw.settled(Asking.RULE, 1)))
                .isGreaterThan(mean(draws.stream(), draw -> draw.settled(Asking.FILES, 1)));
    }

    @Property(tries = 300)
    void mostYuanComeFirstThenMostItemsThenWhatIsMetFirst(
            @ForAll(supplier = AskedRequests.class) AskedRequest question) {
        assertThat(OpenField.of(question.answer(Explain.SUMMARY))).isSortedAccordingTo(Asking.YUAN_THEN_ITEMS.order());
    }

    private static List<ComparedOrders> some() {
        Random random = new Random(1);
        return OpenRequests.of(AskedRequests.to(AskedRequests.RULES), 4, 30, 1)
                .map(question -> ComparedOrders.of(question, 5, random))
                .toList();
    }

    private static <T> double mean(Stream<T> some, ToDoubleFunction<T> figure) {
        return some.mapToDouble(figure).average().orElseThrow();
    }
}
