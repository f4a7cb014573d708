package io.subsidyrules.regression;

import io.subsidyrules.policy.Fault;
import java.util.Optional;

/**
 * Something found wrong with a scenario.
 *
 * @param difference what was expected and what came, where the rules gave another answer
 */
record Finding(Fault fault, Optional<Difference> difference) {

    /** A value that a scenario expects, and the one that the rules give. */
    record Difference(String expected, String actual) {}

    static Finding of(Fault fault) {
        return new Finding(fault, Optional.empty());
    }
}
