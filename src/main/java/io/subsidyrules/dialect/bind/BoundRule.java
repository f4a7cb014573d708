package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;

/**
 * A rule, or a limit, together with where it cites the policy file; of a rule with faults, only what it was to decide.
 *
 * @param rule empty if the rule has faults, limits, or is a condition for others
 * @param limit empty if the rule has faults, or limits nothing
 * @param item the id of the item that it decides; empty if it is a condition for others
 * @param clause the number of the clause; empty if it names none
 * @param per the word for what the item is given for; empty if it names none
 * @param readings its own, without those of the rules that it extends
 * @param amount the place of its ceiling, or of its name if it has none
 */
public record BoundRule(
        Optional<Rule> rule,
        Optional<BoundLimit> limit,
        Optional<Syntax.Name> item,
        Optional<Syntax.Name> clause,
        Optional<Syntax.Name> per,
        List<Syntax.Name> readings,
        Place amount) {}
