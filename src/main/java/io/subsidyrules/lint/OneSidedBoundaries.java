package io.subsidyrules.lint;

import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.source.RuleSources;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.fact.Fact;
import io.subsidyrules.engine.request.Claim;
import io.subsidyrules.engine.request.Request;
import io.subsidyrules.fault.Faults;
import io.subsidyrules.regression.ScenarioFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Boundaries of conditions that scenarios try on one side only: one has exactly the value, and none the next one beyond
 * it, or the other way round.
 */
final class OneSidedBoundaries {

    private final Map<Operand.FieldValue, Set<Object>> tried = new HashMap<>();

    static Stream<LintFinding> of(RuleSources sources, Ruleset ruleset) {
        OneSidedBoundaries boundaries = new OneSidedBoundaries();
        ScenarioFile.readAll(sources, new Faults())
                .forEach(
                        scenario -> boundaries.add(ruleset.reader().readStrictly(scenario.request(), LocalDate.EPOCH)));
        return Leaf.of(ruleset.book()).flatMap(boundaries::findings);
    }

    private void add(Request request) {
        Stream.concat(Stream.of(request.applicant()), request.claims().stream().map(Claim::fact))
                .forEach(this::add);
    }

    private void add(Fact fact) {
        for (Field field : fact.type().fields()) {
            Object value = fact.value(field);
            if (value != null && field.type().isOrdered()) {
                tried.computeIfAbsent(new Operand.FieldValue(fact.type(), field), known -> new HashSet<>())
                        .add(FieldTest.value(value));
            }
        }
    }

    private Stream<LintFinding> findings(Leaf leaf) {
        if (!(leaf.test() instanceof Expression.Comparison comparison)) {
            return Stream.empty();
        }
        return comparison.right() instanceof Operand.Literal literal
                ? findings(leaf, comparison.left(), comparison.operator(), literal)
                : comparison.left() instanceof Operand.Literal literal
                        ? findings(
                                leaf, comparison.right(), comparison.operator().mirrored(), literal)
                        : Stream.empty();
    }

    private Stream<LintFinding> findings(Leaf leaf, Operand of, Operator operator, Operand.Literal literal) {
        if (!(of instanceof Operand.FieldValue field)
                || operator.isEquality()
                || !(FieldTest.value(literal.value()) instanceof BigDecimal boundary)) {
            return Stream.empty();
        }
        BigDecimal step = FieldTest.step(field);
        boolean below = operator == Operator.GREATER_OR_EQUAL || operator == Operator.LESS;
        BigDecimal next = (below ? boundary.subtract(step) : boundary.add(step)).stripTrailingZeros();
        if (!isPossible(field, boundary) || !isPossible(field, next)) {
            return Stream.empty();
        }
        Set<Object> values = tried.getOrDefault(field, Set.of());
        if (values.contains(boundary) == values.contains(next)) {
            return Stream.empty();
        }
        boolean at = values.contains(boundary);
        return Stream.of(LintFinding.of(
                leaf.condition().place(),
                LintCode.BOUNDARY_ONE_SIDED,
                leaf.condition().source(),
                written(field.field(), at ? boundary : next),
                written(field.field(), at ? next : boundary),
                field.field().name()));
    }

    private static boolean isPossible(Operand.FieldValue field, BigDecimal value) {
        return value.remainder(FieldTest.step(field)).signum() == 0
                && field.field().range().filter(range -> !range.contains(value)).isEmpty();
    }

    private static String written(Field field, BigDecimal value) {
        return field.type() == ValueType.DATE
                ? LocalDate.ofEpochDay(value.longValueExact()).toString()
                : value.toPlainString();
    }
}
