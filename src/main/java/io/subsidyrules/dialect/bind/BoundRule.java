package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;

/**
 * A rule together with where it cites the policy file; of a rule with faults, only what it was to decide.
 *
 * @param rule empty where the rule has faults, or is a condition for others
 * @param item the id of the item that it decides; empty where it is a condition for others
 * @param clause the number of the clause; empty where it names none
 * @param per the word for what the item is given for; empty where it names none
 * @param readings its own, without those of the rules that it extends
 * @param amount where the number stands that its amount is at most, or its name where it has none
 */
public record BoundRule(
        Optional<Rule> rule,
        Optional<Syntax.Name> item,
        Optional<Syntax.Name> clause,
        Optional<Syntax.Name> per,
        List<Syntax.Name> readings,
        Place amount) {}
