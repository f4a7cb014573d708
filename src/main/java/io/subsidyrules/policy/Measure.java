package io.subsidyrules.policy;

import io.subsidyrules.text.Text;
import java.util.List;

/**
 * A numbered measure of a policy.
 *
 * @param number as the policy counts, from 1
 */
public record Measure(int number, Text title, Text summary, List<Target> targets, List<Clause> clauses) {

    public Measure {
        targets = List.copyOf(targets);
        clauses = List.copyOf(clauses);
    }
}
