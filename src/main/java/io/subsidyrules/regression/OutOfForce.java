package io.subsidyrules.regression;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.engine.answer.Answer;
import io.subsidyrules.engine.answer.ItemAnswer;
import io.subsidyrules.fault.Fault;
import io.subsidyrules.fault.FaultCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A scenario whose date lies before all that it asks its policy for, so that everything in it fails for one reason. */
final class OutOfForce {

    private static final String DATE = "/asOf";

    private OutOfForce() {}

    /**
     * The fault at the date; empty if some rule is in force, or if another day decides, or the scenario expects that
     * none is in force.
     */
    static Optional<Fault> of(Scenario scenario, Answer answer) {
        String policy = scenario.policy();
        List<ItemAnswer> own = Stream.concat(
                        answer.claims().stream().flatMap(claim -> claim.items().stream()), answer.supports().stream())
                .filter(item -> item.item().policy().equals(policy))
                .toList();
        List<Rule> rules =
                own.stream().flatMap(item -> item.item().rules().stream()).toList();
        if (rules.stream().anyMatch(rule -> rule.decides().isPresent())) {
            return Optional.empty();
        }
        Optional<LocalDate> first =
                rules.stream().map(rule -> rule.period().from()).min(LocalDate::compareTo);
        return first.filter(day ->
                        answer.asOf().isBefore(day) && !scenario.expectation().namesFailed(DATE))
                .map(day -> Fault.of(
                        scenario.date(),
                        FaultCode.SCENARIO_OUT_OF_FORCE,
                        answer.asOf().toString(),
                        policy,
                        day.toString()));
    }
}
