package io.subsidyrules.meaning.space;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that classes are made from: the tests and the amounts of some rules, of one rulebook or of two.
 *
 * @param portraits the facts of each rulebook
 * @param asked runs from time to time while classes are made, and throws to give up
 */
record Material(List<Portrait> portraits, List<RuleTest> tests, List<Worked> amounts, Doubts doubts, Runnable asked) {

    /** The most combinations of values of other variables for which one is cut, and the most classes of a text. */
    static final int MOST = 1_000;

    Material {
        portraits = List.copyOf(portraits);
        tests = List.copyOf(tests);
        amounts = List.copyOf(amounts);
    }

    /** The tests that read a variable. */
    Stream<RuleTest> reading(Variable variable) {
        return tests.stream().filter(test -> test.reads(variable));
    }
}
