package io.subsidyrules.engine.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A way of choosing, among the questions of an answer, the one to ask next. */
enum Asking {
    /** The one with which it takes the fewest questions on average; it sees what all others come to. */
    BEST {
        @Override
        int next(List<OpenField> open, double[] after, Random random) {
            return IntStream.range(0, after.length)
                    .boxed()
                    .min(Comparator.comparing(i -> after[i]))
                    .orElseThrow();
        }
    },
    /** The first of the answer: the rule that the service follows. */
    RULE {
        @Override
        int next(List<OpenField> open, double[] after, Random random) {
            return 0;
        }
    },
    /** Any, each as likely as the others. */
    RANDOM {
        @Override
        double cost(List<OpenField> open, double[] after) {
            return Arrays.stream(after).average().orElseThrow();
        }

        @Override
        int next(List<OpenField> open, double[] after, Random random) {
            return random.nextInt(open.size());
        }
    },
    /** The last of the answer. */
    REVERSED {
        @Override
        int next(List<OpenField> open, double[] after, Random random) {
            return open.size() - 1;
        }
    },
    /** The one that is met first: the claims in their order, in each what the rule files read first. */
    FILES(Comparator.comparing(field -> 0)),
    /** What most items wait for, without regard to the yuan. */
    ITEMS(Comparator.comparing(OpenField::waiting)),
    YUAN(Comparator.comparing(OpenField::atStake)),
    YUAN_THEN_ITEMS(YUAN.most.thenComparing(OpenField::waiting)),
    /** The items for which nothing else is missing. */
    YUAN_THEN_ALONE(YUAN.most.thenComparing(OpenField::alone)),
    YUAN_THEN_ALONE_THEN_ITEMS(YUAN_THEN_ALONE.most.thenComparing(OpenField::waiting));

    private final Comparator<OpenField> most;

    Asking() {
        this(Comparator.comparing(field -> 0));
    }

    /** @param most what makes a question the next; among equals it is the one that was met first */
    Asking(Comparator<OpenField> most) {
        this.most = most;
    }

    /**
     * How many more questions there will be after the next one, on average.
     *
     * @param open the questions in the order of the answer, at least one
     * @param after for each of them, how many there will be after it
     */
    double cost(List<OpenField> open, double[] after) {
        return after[next(open, after, new Random(0))];
    }

    /** The position of the question to ask next. */
    int next(List<OpenField> open, double[] after, Random random) {
        return IntStream.range(0, open.size())
                .boxed()
                .min(Comparator.comparing(open::get, order()))
                .orElseThrow();
    }

    /** The order in which it would put the questions, where that is one. */
    Comparator<OpenField> order() {
        return most.reversed().thenComparing(OpenField::met);
    }
}
