package io.subsidyrules.engine.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.subsidyrules.engine.random.AskedRequest;
import io.subsidyrules.engine.random.AskedRequests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Compares the order of the questions with the best that there could be, and prints the tables of docs/questions.md. */
@Tag("long")
class QuestionOrderTest {

    private static final int MOST_FIELDS = 8;
    private static final int OF_EACH = 250;
    private static final int DRAWS = 20;

    /** Random rules have fields of many values. */
    private static final int MOST_FIELDS_OF_RANDOM_RULES = 4;

    private static final double EQUAL = 1e-9;

    @Example
    void theRuleIsNearTheBestOnTheRulesThatThereAre() {
        List<ComparedOrders> all = compared(AskedRequests.to(AskedRequests.RULES), MOST_FIELDS, DRAWS);
        printQuestions(all);
        printYuan(all);
        printTies(all);
        assertThat(mean(all, QuestionOrderTest::excess)).isLessThan(0.1);
    }

    @Example
    void aTieByTheItemsIsNoWorseThanAnotherOnRandomRules() {
        List<ComparedOrders> all = compared(AskedRequests.toRandomRules(), MOST_FIELDS_OF_RANDOM_RULES, 0);
        printTies(all);
        assertThat(mean(all, one -> one.more(Asking.RULE, Asking.YUAN))).isNotPositive();
        assertThat(mean(all, one -> one.more(Asking.RULE, Asking.YUAN_THEN_ALONE)))
                .isNotPositive();
    }

    private static List<ComparedOrders> compared(Arbitrary<AskedRequest> any, int mostFields, int draws) {
        Random random = new Random(1);
        return OpenRequests.of(any, mostFields, OF_EACH, 1)
                .map(question -> ComparedOrders.of(question, draws, random))
                .toList();
    }

    private static void printQuestions(List<ComparedOrders> all) {
        head(
                "unknown fields",
                "requests",
                "answers foreseen",
                "best order",
                "the rule",
                "random",
                "as in the files",
                "reversed",
                "the rule over the best",
                "exactly the best",
                "most over the best");
        for (int i = 1; i <= MOST_FIELDS; i++) {
            int fields = i;
            printQuestions(
                    "" + i, all.stream().filter(one -> one.fields() == fields).toList());
        }
        printQuestions("all", all);
    }

    private static void printQuestions(String name, List<ComparedOrders> some) {
        List<String> cells =
                new ArrayList<>(List.of(name, "" + some.size(), number(mean(some, ComparedOrders::foreseen))));
        ComparedOrders.SHOWN.forEach(way -> cells.add(number(mean(some, one -> one.cost(way)))));
        cells.add(number(mean(some, QuestionOrderTest::excess)));
        cells.add(percent(mean(some, one -> excess(one) < EQUAL ? 1 : 0)));
        cells.add(number(
                some.stream().mapToDouble(QuestionOrderTest::excess).max().orElseThrow()));
        row(cells);
    }

    private static double excess(ComparedOrders one) {
        return one.more(Asking.RULE, Asking.BEST);
    }

    private static void printYuan(List<ComparedOrders> all) {
        List<ComparedOrders.Draw> draws = all.stream()
                .flatMap(one -> one.draws().stream())
                .filter(ComparedOrders.Draw::settlesYuan)
                .toList();
        head("questions asked", "answers foreseen", "best order", "the rule", "random", "as in the files", "reversed");
        for (int i = 1; i <= MOST_FIELDS; i++) {
            int asked = i;
            List<String> cells =
                    new ArrayList<>(List.of("" + i, percent(mean(draws, draw -> draw.mostSettled(asked)))));
            ComparedOrders.SHOWN.forEach(way -> cells.add(percent(mean(draws, draw -> draw.settled(way, asked)))));
            row(cells);
        }
    }

    private static void printTies(List<ComparedOrders> all) {
        head("order", "questions", "more than the rule", "standard error", "fewer for", "more for");
        for (Asking way : Asking.values()) {
            double[] more =
                    all.stream().mapToDouble(one -> one.more(way, Asking.RULE)).toArray();
            double mean = Arrays.stream(more).average().orElseThrow();
            double squares =
                    Arrays.stream(more).map(one -> (one - mean) * (one - mean)).sum();
            row(List.of(
                    way.name(),
                    format("%.3f", mean(all, one -> one.cost(way))),
                    format("%.3f", mean),
                    format("%.3f", Math.sqrt(squares / more.length / (more.length - 1))),
                    "" + Arrays.stream(more).filter(one -> one < -EQUAL).count(),
                    "" + Arrays.stream(more).filter(one -> one > EQUAL).count()));
        }
    }

    private static <T> double mean(List<T> some, ToDoubleFunction<T> figure) {
        return some.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static String number(double figure) {
        return format("%.2f", figure);
    }

    private static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String format(String format, double figure) {
        String text = String.format(Locale.ROOT, format, figure);
        return text.matches("-0\\.0*") ? text.substring(1) : text;
    }

    private static void head(String... names) {
        System.out.println();
        row(List.of(names));
        row(Collections.nCopies(names.length, "---"));
    }

    private static void row(List<String> cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
