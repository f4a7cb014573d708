package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.operand.Scope;
import io.subsidyrules.dialect.syntax.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of a rule's {@code when}, its parents' first.
 *
 * @param decides the field whose day decides, as it or a rule that it extends names it
 * @param extended how many rules it extends, by way of others too
 * @param whole whether all of it could be bound; otherwise its faults were added already
 */
record BoundConditions(
        List<Condition> conditions,
        List<String> readings,
        Optional<FactType> claim,
        Scope scope,
        Optional<Syntax.Name> decides,
        int extended,
        boolean whole) {}
