package io.subsidyrules.engine.random;

import com.google.re2j.Pattern;
import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.EnumType;
import io.subsidyrules.dialect.model.Expression;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.dialect.table.ValueList;
import io.subsidyrules.dialect.value.Operator;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.fault.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random expressions over some fields: every type, every operator, up to three deep. */
public final class RandomExpressions {

    private static final List<Operand.Literal> DATES = Stream.of("2022-09-06", "2023-02-28", "2024-02-29")
            .map(LocalDate::parse)
            .map(date -> new Operand.Literal(ValueType.DATE, date))
            .toList();
    private static final List<Operand.Literal> NUMBERS = Stream.concat(
                    Stream.of(0, 1, 2, 2022).map(number -> new Operand.Literal(ValueType.INTEGER, number)),
                    Stream.of("0.01", "1.5", "2.00", "2022")
                            .map(number -> new Operand.Literal(ValueType.DECIMAL, new BigDecimal(number))))
            .toList();
    private static final List<Operand.Literal> TEXTS = Stream.of("A", "B", "", "130000")
            .map(text -> new Operand.Literal(ValueType.TEXT, text))
            .toList();
    private static final List<Operand.Literal> TRUTHS = Stream.of(true, false)
            .map(truth -> new Operand.Literal(ValueType.BOOLEAN, truth))
            .toList();

    private final List<Operand.FieldValue> fields;
    private final Optional<Vocabulary> vocabulary;

    public RandomExpressions(List<Operand.FieldValue> fields) {
        this(fields, Optional.empty());
    }

    private RandomExpressions(List<Operand.FieldValue> fields, Optional<Vocabulary> vocabulary) {
        this.fields = fields;
        this.vocabulary = vocabulary;
    }

    /** Expressions of which some count the members of the lists among the fields. */
    static RandomExpressions withMembers(List<Operand.FieldValue> fields, Vocabulary vocabulary) {
        return new RandomExpressions(fields, Optional.of(vocabulary));
    }

    public Arbitrary<Expression> expressions() {
        return upTo(2);
    }

    private Arbitrary<Expression> upTo(int depth) {
        if (depth == 0) {
            return tests();
        }
        Arbitrary<Expression> parts = upTo(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, tests()),
                Tuple.of(1, parts.map(Expression::negated)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        Arbitraries.of(true, false),
                                        parts.list().ofMinSize(2).ofMaxSize(3))
                                .as(Expression.Junction::new)));
    }

    private Arbitrary<Expression> tests() {
        List<Arbitrary<Expression>> tests = new ArrayList<>();
        tests.addAll(compared(dates(), DATES, true));
        tests.addAll(compared(of(ValueType.INTEGER, ValueType.DECIMAL), NUMBERS, true));
        tests.addAll(compared(sums(), NUMBERS, true));
        tests.addAll(lookedUp());
        tests.addAll(compared(of(ValueType.TEXT), TEXTS, false));
        tests.addAll(compared(of(ValueType.BOOLEAN), TRUTHS, false));
        fields.stream()
                .flatMap(field -> field.field().constants().stream())
                .distinct()
                .forEach(type -> tests.addAll(compared(of(type), literals(type), false)));
        List<Operand> texts = of(ValueType.TEXT);
        if (!texts.isEmpty()) {
            Arbitrary<TextProperty> affixes = Combinators.combine(
                            Arbitraries.of(TextProperty.End.values()), Arbitraries.of("13", "A", ""))
                    .as(TextProperty.Affix::new);
            Arbitrary<TextProperty> forms = Arbitraries.of("A|B", "1[34].*", "[A-Z]*")
                    .map(Pattern::compile)
                    .map(TextProperty.Form::new);
            tests.add(Combinators.combine(Arbitraries.of(texts), Arbitraries.of(true, false), affixes)
                    .as(Expression.TextTest::new));
            tests.add(Combinators.combine(Arbitraries.of(texts), Arbitraries.of(true, false), forms)
                    .as(Expression.TextTest::new));
        }
        vocabulary.ifPresent(known -> fields.stream()
                .filter(field -> field.type() == ValueType.MEMBERS)
                .map(list -> new RandomMembers(list, fields, known).comparisons())
                .forEach(tests::add));
        return Arbitraries.oneOf(tests);
    }

    /** Operands compared with literals, on either side, and with each other; and looked up in lists. */
    private static List<Arbitrary<Expression>> compared(
            List<Operand> operands, List<Operand.Literal> literals, boolean ordered) {
        if (operands.isEmpty()) {
            return List.of();
        }
        Arbitrary<Operand> some = Arbitraries.of(operands);
        Arbitrary<Operand> literal = Arbitraries.of(List.<Operand>copyOf(literals));
        Arbitrary<Operator> operators = Arbitraries.of(Operator.values()).filter(one -> ordered || one.isEquality());
        return List.of(
                Combinators.combine(some, operators, literal).as(Expression.Comparison::new),
                Combinators.combine(literal, operators, some).as(Expression.Comparison::new),
                Combinators.combine(some, operators, some).as(Expression.Comparison::new),
                Combinators.combine(
                                some,
                                Arbitraries.of(true, false),
                                Arbitraries.of(literals).list().ofMinSize(1).ofMaxSize(3))
                        .as(Expression.Membership::new));
    }

    /** Numbers of tables, alone and in sums, compared with numbers and with fields; and values looked up in lists. */
    private List<Arbitrary<Expression>> lookedUp() {
        List<Operand> lookups = RandomTables.over(fields);
        List<Operand> sides = new ArrayList<>(lookups);
        lookups.forEach(lookup -> sides.add(sum("10", term("-2", lookup))));
        List<Operand> others = of(ValueType.INTEGER, ValueType.DECIMAL);
        others.addAll(NUMBERS);
        Arbitrary<Operator> operators = Arbitraries.of(Operator.values());
        List<Arbitrary<Expression>> tests = new ArrayList<>();
        tests.add(Combinators.combine(Arbitraries.of(sides), operators, Arbitraries.of(others))
                .as(Expression.Comparison::new));
        tests.add(Combinators.combine(Arbitraries.of(others), operators, Arbitraries.of(sides))
                .as(Expression.Comparison::new));
        List<Operand.FieldValue> texts =
                fields.stream().filter(field -> field.type() == ValueType.TEXT).toList();
        if (!texts.isEmpty()) {
            tests.add(Combinators.combine(
                            Arbitraries.of(texts),
                            Arbitraries.of(true, false),
                            Arbitraries.of(
                                    new ValueList("list", Optional.empty(), Place.startOf("l.csv"), Set.of("A", "B"))))
                    .as(Expression.Listed::new));
        }
        return tests;
    }

    private List<Operand> dates() {
        List<Operand> dates = of(ValueType.DATE);
        dates.add(new Operand.AsOf());
        fields.stream().filter(field -> field.type() == ValueType.DATE).forEach(field -> {
            dates.add(new Operand.Shifted(field, ChronoUnit.YEARS, 1));
            dates.add(new Operand.Shifted(field, ChronoUnit.MONTHS, 6));
            dates.add(new Operand.Shifted(field, ChronoUnit.DAYS, 30));
        });
        return dates;
    }

    /** Years, years before them, and numbers added up by factors of both signs. */
    private List<Operand> sums() {
        List<Operand> sums = new ArrayList<>();
        dates().stream()
                .filter(date -> !(date instanceof Operand.Shifted))
                .map(Operand.Year::new)
                .forEach(year -> {
                    sums.add(year);
                    sums.add(sum("-1", term("1", year)));
                });
        List<Operand> numbers = of(ValueType.INTEGER, ValueType.DECIMAL);
        for (int i = 1; i < numbers.size(); i++) {
            sums.add(sum("0", term("1", numbers.get(i - 1)), term("-1", numbers.get(i))));
            sums.add(sum("1.5", term("0.055", numbers.get(i - 1)), term("2", numbers.get(i))));
        }
        numbers.forEach(number -> sums.add(sum("-0.01", term("-1.4", number))));
        return sums;
    }

    private static Operand.WeightedSum.Term term(String factor, Operand number) {
        return new Operand.WeightedSum.Term(new BigDecimal(factor), number);
    }

    private static Operand sum(String constant, Operand.WeightedSum.Term... terms) {
        return new Operand.WeightedSum(List.of(terms), new BigDecimal(constant));
    }

    private List<Operand> of(ValueType... types) {
        return new ArrayList<>(fields.stream()
                .filter(field -> List.of(types).contains(field.type()))
                .toList());
    }

    private List<Operand> of(EnumType type) {
        return new ArrayList<>(fields.stream()
                .filter(field -> field.field().constants().filter(type::equals).isPresent())
                .toList());
    }

    private static List<Operand.Literal> literals(EnumType type) {
        return type.constants().stream()
                .map((Constant constant) -> new Operand.Literal(ValueType.CONSTANT, constant))
                .toList();
    }
}
