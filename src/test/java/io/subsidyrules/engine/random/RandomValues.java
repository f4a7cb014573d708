package io.subsidyrules.engine.random;

import io.subsidyrules.codes.ApplicantCodes;
import io.subsidyrules.dialect.model.FactType;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.RuleBook;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.writing.Saying;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random values of the fields that a rule book declares, many of them at the limits of its rules. */
public final class RandomValues {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final List<LocalDate> LEAP_DAYS = List.of(LocalDate.of(2020, 2, 29), LocalDate.of(2024, 2, 29));

    /** Few, so that claims are often repeated. */
    private static final int DIFFERENT_KEYS = 3;

    private final RuleLimits limits;

    /** A value that may depend on the date of the evaluation. */
    public interface Dated {
        Object on(LocalDate asOf);
    }

    public RandomValues(RuleBook book) {
        this.limits = new RuleLimits(book);
    }

    /** Mostly some day after the first rule came into force. */
    Arbitrary<LocalDate> asOf() {
        LocalDate first = limits.dates().stream().min(LocalDate::compareTo).orElse(GivenRequest.TODAY);
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(FIRST_DAY, LAST_DAY)),
                Tuple.of(10, Arbitraries.of(dayBeforeOnAndAfter(limits.dates()))),
                Tuple.of(10, Arbitraries.of(dayBeforeOnAndAfter(LEAP_DAYS))),
                Tuple.of(20, Arbitraries.integers().between(1, 1500).map(first::plusDays)));
    }

    /** Values of the field; empty where none is known that it can hold. */
    public Optional<Arbitrary<Dated>> of(FactType type, Field field) {
        Operand.FieldValue value = new Operand.FieldValue(type, field);
        return switch (field.type()) {
            case CONSTANT ->
                often(limits.named(value), field.constants().orElseThrow().constants());
            case BOOLEAN -> often(limits.named(value), List.of(true, false));
            case TEXT -> often(textsOfRules(value), texts(field));
            case INTEGER, DECIMAL -> often(numbersOfRules(value), numbers(field));
            case DATE -> Optional.of(dates());
            case MEMBERS -> Optional.empty();
        };
    }

    /** One of the first list as often as one of the other. */
    private static Optional<Arbitrary<Dated>> often(List<?> first, List<?> other) {
        List<Arbitrary<Dated>> parts = Stream.of(first, other)
                .filter(values -> !values.isEmpty())
                .map(values -> Arbitraries.of(values).<Dated>map(value -> asOf -> value))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(Arbitraries.oneOf(parts));
    }

    /** What the rules name of a field, and the beginnings and ends that they ask of it, filled up to what it can hold. */
    private List<Object> textsOfRules(Operand.FieldValue value) {
        Stream<Object> filled = limits.affixes(value).stream()
                .flatMap(affix -> IntStream.range(0, 10).mapToObj("0"::repeat).map(zeros -> switch (affix.end()) {
                    case START -> affix.affix() + zeros;
                    case END -> zeros + affix.affix();
                }));
        return Stream.concat(limits.named(value).stream(), filled)
                .filter(text -> canHold(value.field(), text.toString()))
                .toList();
    }

    private static List<String> texts(Field field) {
        if (field.creditCode()) {
            return List.of(ApplicantCodes.ONE);
        }
        Stream<String> some = Stream.of("A", "B", "", " A", "\u7532 \"\u00e9\" \\ \uD83D\uDE00");
        Stream<String> digits =
                IntStream.range(1, 20).mapToObj("70"::repeat).flatMap(text -> Stream.of(text, text + "7"));
        // A division outside the province that the rules name: of the digits above, none is a code that there is.
        Stream<String> divisions = field.check().isPresent() ? Stream.of("110000") : Stream.of();
        return Stream.of(some, digits, divisions)
                .flatMap(texts -> texts)
                .filter(text -> canHold(field, text))
                .limit(field.key() == Field.Key.NONE ? Long.MAX_VALUE : DIFFERENT_KEYS)
                .toList();
    }

    private static boolean canHold(Field field, String text) {
        return (field.pattern().isEmpty() || field.pattern().get().matches(text))
                && field.check().map(check -> check.accepts(text)).orElse(true)
                && (field.key() == Field.Key.NONE || !Saying.nothing(text));
    }

    /** What the rules name of a field of numbers, one step less and one step more. */
    private List<Object> numbersOfRules(Operand.FieldValue value) {
        Stream<BigDecimal> named = limits.named(value).stream().map(number -> new BigDecimal(number.toString()));
        return values(value.field(), named.flatMap(number -> oneStepAround(value.field(), number)));
    }

    private List<Object> numbers(Field field) {
        if (field.key() != Field.Key.NONE) {
            return values(field, Stream.of("1", "2", "2022", "2023").map(BigDecimal::new));
        }
        Stream<String> common = Stream.of("1", "2", "3", "10", "99", "2022", "4321.01", "1234567.89", "99999999999.99");
        Stream<BigDecimal> near = limits.numbers().stream().flatMap(number -> oneStepAround(field, number));
        return values(field, Stream.concat(common.map(BigDecimal::new), near));
    }

    private static Stream<BigDecimal> oneStepAround(Field field, BigDecimal number) {
        BigDecimal step = step(field);
        BigDecimal limit = number.setScale(step.scale(), RoundingMode.DOWN);
        return Stream.of(limit, limit.subtract(step), limit.add(step));
    }

    private static List<Object> values(Field field, Stream<BigDecimal> numbers) {
        return numbers.filter(number -> number.scale() <= step(field).scale() && canHold(field, number))
                .map(number -> asValue(field, number))
                .toList();
    }

    private static boolean canHold(Field field, BigDecimal number) {
        return field.range()
                .map(range -> range.contains(number))
                .orElse(number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0);
    }

    private static BigDecimal step(Field field) {
        return field.type() == ValueType.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    private static Object asValue(Field field, BigDecimal number) {
        return field.type() == ValueType.INTEGER ? (Object) number.intValueExact() : number.setScale(2);
    }

    private Arbitrary<Dated> dates() {
        List<Dated> fixed = new ArrayList<>();
        dayBeforeOnAndAfter(limits.dates()).forEach(date -> fixed.add(asOf -> date));
        dayBeforeOnAndAfter(LEAP_DAYS).forEach(date -> fixed.add(asOf -> date));
        List<Dated> nearAsOf = new ArrayList<>();
        for (long days : List.of(0L, 1L, -1L)) {
            nearAsOf.add(asOf -> possible(asOf.plusDays(days)));
            limits.shifts()
                    .forEach(shift -> nearAsOf.add(asOf ->
                            possible(asOf.minus(shift.amount(), shift.unit()).plusDays(days))));
        }
        return Arbitraries.oneOf(Arbitraries.of(fixed), Arbitraries.of(nearAsOf));
    }

    private static LocalDate possible(LocalDate date) {
        LocalDate early = date.isBefore(FIRST_DAY) ? FIRST_DAY : date;
        return early.isAfter(LAST_DAY) ? LAST_DAY : early;
    }

    private static List<LocalDate> dayBeforeOnAndAfter(Iterable<LocalDate> dates) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate date : dates) {
            days.addAll(List.of(date, date.minusDays(1), date.plusDays(1)));
        }
        return days;
    }
}
