package io.subsidyrules.regression;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.text.Shortened;
import java.util.List;
import java.util.Optional;

/**
 * A fault of a scenario.
 *
 * @param mismatch the value that is not as expected, where the rules gave another answer
 */
public record ScenarioFault(Fault fault, Optional<Mismatch> mismatch) {

    /**
     * A value that is not as its scenario expects.
     *
     * @param name the value, as "c1 design-purchase amount"
     * @param pointer the place of the expectation, as a JSON pointer into the scenario
     * @param expected as it is written
     * @param actual as the rules give it; empty if they give none
     */
    public record Mismatch(String name, String pointer, Object expected, Optional<Object> actual) {

        /** Both values as texts; of long ones, the part in which they begin to differ. */
        Difference difference() {
            return Difference.of(
                    expected.toString(), actual.map(Object::toString).orElse("-"));
        }
    }

    /**
     * A value that a scenario expects, and the one that the rules give; of long ones, the part in which they begin to
     * differ.
     */
    record Difference(String expected, String actual) {

        static Difference of(String expected, String actual) {
            List<String> shown = Shortened.apart(expected, actual, Shortened.VALUE);
            return new Difference(shown.get(0), shown.get(1));
        }
    }

    static ScenarioFault of(Fault fault) {
        return new ScenarioFault(fault, Optional.empty());
    }
}
