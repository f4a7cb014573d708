package io.subsidyrules.meaning.space;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that classes are made from: the tests and the amounts of some rules, of one rulebook or of two.
 *
 * @param portraits the facts of each rulebook
 */
record Material(List<Portrait> portraits, List<RuleTest> tests, List<Worked> amounts, Doubts doubts) {

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
