package io.subsidyrules.coverage.point;

import io.subsidyrules.coverage.boundary.Possibility;
import io.subsidyrules.coverage.boundary.Reach;
import io.subsidyrules.dialect.model.Condition;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Limit;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.Rule;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.Ruleset;
import io.subsidyrules.engine.answer.RuledItem;
import io.subsidyrules.engine.fact.Truth;
import io.subsidyrules.fault.Place;
import io.subsidyrules.regression.Coverage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All points of a ruleset. */
public final class Points {

    private final RuleBook book;
    private final List<RuledItem> items;
    private final Reach reach;
    private final Possibility possibility;
    private final Boundaries boundaries;
    private final ConditionPoints conditions;

    private Points(Ruleset ruleset) {
        this.book = ruleset.book();
        this.items = ruleset.items();
        this.reach = Reach.of(book.vocabulary().applicant());
        this.possibility = new Possibility(reach);
        this.boundaries = new Boundaries(reach);
        this.conditions = new ConditionPoints(reach);
    }

    /** The points in the order of their places, once each. */
    public static List<Point> of(Ruleset ruleset) {
        Map<Object, Point> once = new LinkedHashMap<>();
        new Points(ruleset)
                .all()
                .sorted(Comparator.comparing(Point::place))
                .forEach(point -> once.putIfAbsent(point.identity(), point));
        return List.copyOf(once.values());
    }

    private Stream<Point> all() {
        Stream<Condition> written = Stream.concat(
                book.rules().stream().flatMap(WrittenConditions::all),
                book.limits().stream().flatMap(WrittenConditions::all));
        return Stream.of(
                        items.stream().flatMap(this::rules),
                        book.limits().stream().flatMap(this::limit),
                        distinct(written).flatMap(conditions::of),
                        book.rules().stream().flatMap(rule -> new AmountPoints(rule, reach).all()),
                        constants(),
                        new TablePoints(book).all())
                .flatMap(points -> points);
    }

    /** Each condition once, at the place where it is written, whichever rules inherit it. */
    private static Stream<Condition> distinct(Stream<Condition> written) {
        return written
                .collect(
                        Collectors.toMap(Condition::place, Function.identity(), (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream();
    }

    private Stream<Point> rules(RuledItem item) {
        return item.rules().stream().flatMap(rule -> Stream.concat(truths(item, rule), period(rule)));
    }

    private Stream<Point> truths(RuledItem item, Rule rule) {
        boolean fails = Coverage.canBeOutOfForce(item, rule)
                || rule.conditions().stream()
                        .anyMatch(condition -> possibility.canBe(Truth.FALSE, condition.expression()));
        return Stream.of(
                        Optional.of(Truth.TRUE),
                        Optional.of(Truth.FALSE).filter(one -> fails),
                        Optional.of(Truth.UNKNOWN).filter(one -> possibility.canBeUnknown(rule)))
                .flatMap(Optional::stream)
                .map(truth -> new RuleTruth(rule, truth));
    }

    /** The first day of a rule and the day before, and the same of its end; the end is written at its own place. */
    private Stream<Point> period(Rule rule) {
        List<Expression> inForce = rule.inForce();
        Place end = rule.places().expires().orElse(rule.place());
        return Stream.concat(
                boundaries.of(inForce.get(0), rule.place()),
                inForce.stream().skip(1).flatMap(until -> boundaries.of(until, end, rule.place())));
    }

    private Stream<Point> limit(Limit limit) {
        Stream<Point> period = limit.inForce().stream().flatMap(day -> boundaries.of(day, limit.place()));
        return Stream.concat(Stream.of(new LimitEffect(limit, true), new LimitEffect(limit, false)), period);
    }

    /** The constants of the fields that rules and limits read. */
    private Stream<Point> constants() {
        Stream<Operand.FieldValue> ofConditions = Stream.concat(
                        book.rules().stream().flatMap(WrittenConditions::all),
                        book.limits().stream().flatMap(WrittenConditions::all))
                .flatMap(condition -> condition.reads().stream());
        Stream<Operand.FieldValue> ofAmounts = book.rules().stream()
                .flatMap(rule -> rule.amount().stream())
                .flatMap(amount -> amount.reads().stream());
        return Stream.concat(ofConditions, ofAmounts)
                .filter(field -> field.type() == ValueType.CONSTANT)
                .distinct()
                .flatMap(field -> field.field().constants().orElseThrow().constants().stream()
                        .map(constant -> new FieldConstant(field, constant)));
    }
}
