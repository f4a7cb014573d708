package io.subsidyrules.engine.answer;

import com.google.re2j.Pattern;
import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.value.TextProperty;
import io.subsidyrules.engine.values.ExampleText;
import io.subsidyrules.engine.values.NumberSet;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.values.TextAlternative;
import io.subsidyrules.engine.values.TextSet;
import io.subsidyrules.engine.values.ValueSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that a field would have to have, of which any will do. Where nothing is said, every value will do that a
 * request can give the field.
 *
 * @param values one of these; empty if they are not listed
 * @param from the least number, or the first day
 * @param to the greatest number, or the last day
 * @param beginning how a text must begin
 * @param ending how a text must end
 * @param pattern what a text must match as a whole
 * @param not what a text must not be, nor look like
 */
public record AcceptedValues(
        List<Object> values,
        Optional<Object> from,
        Optional<Object> to,
        Optional<String> beginning,
        Optional<String> ending,
        Optional<String> pattern,
        List<String> not) {

    /** The most texts of a long list that are named. */
    public static final int MOST_LISTED = 20;

    public AcceptedValues {
        values = List.copyOf(values);
        not = List.copyOf(not);
    }

    static AcceptedValues oneOf(List<Object> values) {
        return new AcceptedValues(
                values,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /**
     * The values of a set that an answer suggests: all constants, the interval that is nearest to the present value, of
     * texts those that are listed, else one alternative.
     *
     * @param set not empty
     * @param actual null if it is unknown
     * @param later whether what lies after the present value is nearer than all before it, as it is for a date to be
     *     waited for
     */
    public static AcceptedValues of(ValueSet set, @Nullable Object actual, boolean later) {
        if (set instanceof ValueSet.Choices choices) {
            return oneOf(List.copyOf(choices.values()));
        }
        if (set instanceof NumberSet intervals) {
            return nearest(intervals, actual, later);
        }
        return texts((TextSet) set);
    }

    private static AcceptedValues nearest(NumberSet intervals, @Nullable Object actual, boolean later) {
        Scale scale = intervals.scale();
        NumberSet.Interval nearest = actual == null
                ? intervals.intervals().get(0)
                : nearest(intervals.intervals(), scale.step(actual), later);
        if (nearest.from().equals(nearest.to())) {
            return oneOf(List.of(scale.value(nearest.from())));
        }
        return new AcceptedValues(
                List.of(),
                nearest.from().equals(scale.min()) ? Optional.empty() : Optional.of(scale.value(nearest.from())),
                nearest.to().equals(scale.max()) ? Optional.empty() : Optional.of(scale.value(nearest.to())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static NumberSet.Interval nearest(List<NumberSet.Interval> intervals, BigInteger actual, boolean later) {
        return intervals.stream()
                .min(Comparator.<NumberSet.Interval, Boolean>comparing(
                                one -> later && one.to().compareTo(actual) < 0)
                        .thenComparing(one -> one.distance(actual)))
                .orElseThrow();
    }

    private static AcceptedValues texts(TextSet texts) {
        List<Object> listed = new ArrayList<>();
        for (TextAlternative one : texts.alternatives()) {
            one.among().ifPresent(among -> among.stream()
                    .filter(text ->
                            one.test(text) && ExampleText.isPossible(texts.field(), text) && !listed.contains(text))
                    .forEach(listed::add));
        }
        if (!listed.isEmpty()) {
            return oneOf(listed.subList(0, Math.min(MOST_LISTED, listed.size())));
        }
        for (TextAlternative one : texts.alternatives()) {
            Optional<String> witness = ExampleText.of(texts.field(), one);
            if (witness.isPresent()) {
                return described(one, witness.get());
            }
        }
        throw new IllegalArgumentException("There is no text in the set.");
    }

    private static Optional<String> longest(TextAlternative one, TextProperty.End end) {
        return one.affixes(end).max(Comparator.comparing(String::length));
    }

    /** The alternative, or the one text where it is more than an answer can say. */
    private static AcceptedValues described(TextAlternative one, String witness) {
        if (one.not().size() > Field.LONGEST_TEXT + 1) {
            return oneOf(List.of(witness));
        }
        List<String> not = Stream.concat(
                        one.not().stream(), one.taken().values().stream().map(Object::toString))
                .distinct()
                .sorted()
                .toList();
        if (!one.lacking().isEmpty()
                || one.patterns().count() > 1
                || not.stream().mapToInt(String::length).sum() > Field.LONGEST_TEXT) {
            return oneOf(List.of(witness));
        }
        return new AcceptedValues(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                longest(one, TextProperty.End.START),
                longest(one, TextProperty.End.END),
                one.patterns().map(Pattern::pattern).findFirst(),
                not);
    }
}
