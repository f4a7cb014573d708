package io.subsidyrules.regression;

import io.subsidyrules.fault.Fault;
import io.subsidyrules.text.Shortened;
import java.util.List;
import java.util.Optional;

/**
 * A fault of a scenario.
 *
 * @param difference what was expected and what came, where the rules gave another answer
 */
record ScenarioFault(Fault fault, Optional<Difference> difference) {

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
