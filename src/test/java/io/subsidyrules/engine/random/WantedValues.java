package io.subsidyrules.engine.random;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.dialect.model.Vocabulary;
import io.subsidyrules.engine.answer.AcceptedValues;
import io.subsidyrules.engine.answer.Change;
import io.subsidyrules.engine.fact.Values;
import io.subsidyrules.engine.values.ExampleText;
import io.subsidyrules.engine.values.Scale;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Draws one of the values that a suggested change allows, its limits often. */
public final class WantedValues {

    /** The texts that the random patterns can begin with. */
    private static final List<String> OF_PATTERNS = List.of("13", "14");

    private static final List<String> FILLINGS =
            List.of("0", "O", "7", "9", "A", "Z", "a", "а", "b", "c", "一", "x1", "ab", " ", "-");

    private final Random random;
    private final Vocabulary vocabulary;

    public WantedValues(Random random, Vocabulary vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    public Object of(Change.NewFact fact) {
        AcceptedValues wanted = fact.wanted();
        if (!wanted.values().isEmpty()) {
            return any(wanted.values());
        }
        Optional<Field> field = fact.field();
        if (field.isEmpty()) {
            return number(Scale.of(new Operand.AsOf()), wanted);
        }
        return field.get().type() == ValueType.TEXT
                ? text(field.get(), wanted)
                : number(Scale.of(new Operand.FieldValue(vocabulary.applicant(), field.get())), wanted);
    }

    private Object number(Scale scale, AcceptedValues wanted) {
        long from = wanted.from().map(scale::step).orElse(scale.min()).longValueExact();
        long to = wanted.to().map(scale::step).orElse(scale.max()).longValueExact();
        return scale.value(BigInteger.valueOf(
                switch (random.nextInt(4)) {
                    case 0 -> from;
                    case 1 -> to;
                    case 2 -> Math.min(to, from + random.nextInt(400));
                    default -> from + (long) (random.nextDouble() * (to - from));
                }));
    }

    private String text(Field field, AcceptedValues wanted) {
        List<String> possible = new ArrayList<>();
        Stream<String> beginnings = Stream.concat(
                wanted.beginning().or(() -> Optional.of("")).stream(),
                wanted.pattern().stream().flatMap(pattern -> OF_PATTERNS.stream()));
        for (String beginning : beginnings.toList()) {
            for (String filling : FILLINGS) {
                for (int times = 0; times < 30; times++) {
                    String text =
                            beginning + filling.repeat(times) + wanted.ending().orElse("");
                    if (isWanted(field, wanted, text)) {
                        possible.add(text);
                    }
                }
            }
        }
        return (String) any(possible);
    }

    private static boolean isWanted(Field field, AcceptedValues wanted, String text) {
        return ExampleText.isPossible(field, text)
                && text.startsWith(wanted.beginning().orElse(""))
                && wanted.not().stream().noneMatch(not -> Values.look(not).equals(Values.look(text)))
                && wanted.pattern().map(text::matches).orElse(true);
    }

    private Object any(List<?> values) {
        return values.get(random.nextInt(values.size()));
    }
}
