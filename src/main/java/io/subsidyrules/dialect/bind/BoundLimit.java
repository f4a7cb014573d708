package io.subsidyrules.dialect.bind;

import io.subsidyrules.dialect.model.Ceiling;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.syntax.Syntax;
import io.subsidyrules.dialect.value.Period;
import io.subsidyrules.fault.Place;
import java.util.List;
import java.util.Optional;

/**
 * A limit whose own names are looked up; the awards that it counts are chosen from the items of all policies.
 *
 * @param clause the clause that it cites
 * @param awards its pattern on awards
 * @param group the field of the applicant by which it counts; empty if it counts otherwise
 * @param number the place of its number, or of its kind if it has none
 */
public record BoundLimit(
        String name,
        String policy,
        Syntax.Name clause,
        List<String> readings,
        Period period,
        List<Condition> conditions,
        Syntax.Awards awards,
        Optional<Operand.FieldValue> group,
        Ceiling ceiling,
        String source,
        Place place,
        Place number) {

    public BoundLimit {
        readings = List.copyOf(readings);
        conditions = List.copyOf(conditions);
    }
}
