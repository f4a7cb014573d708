package io.subsidyrules.meaning;

import io.subsidyrules.dialect.model.Field;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.engine.values.Scale;
import io.subsidyrules.engine.wording.Formats;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import io.subsidyrules.text.Language;
import io.subsidyrules.text.Text;
import io.subsidyrules.text.TextCatalogue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says in both languages which values of a variable some classes are. */
final class LabelWording {

    private static final TextCatalogue TEXTS = TextCatalogue.beside(LabelWording.class);

    private final Variable variable;

    private LabelWording(Variable variable) {
        this.variable = variable;
    }

    /** The words for one of some classes: "manufacturing", "from 0.01 to 1,999,999.99, or unknown". */
    static Text of(Variable variable, Set<ValueClass.Label> labels) {
        return new LabelWording(variable).either(labels);
    }

    private Text either(Set<ValueClass.Label> labels) {
        Set<Text> words = new LinkedHashSet<>();
        Map<List<ValueClass.Relation>, List<ValueClass.Interval>> intervals = new LinkedHashMap<>();
        for (ValueClass.Label label : labels) {
            if (label instanceof ValueClass.Interval interval) {
                intervals
                        .computeIfAbsent(interval.relations(), first -> new ArrayList<>())
                        .add(interval);
            }
        }
        intervals.values().forEach(alike -> words.addAll(joined(alike)));
        for (ValueClass.Label label : labels) {
            words(label).ifPresent(words::add);
        }
        return words.stream()
                .reduce((one, other) -> TEXTS.text("or", one, other))
                .orElseThrow();
    }

    /** Intervals that touch each other as one. */
    private List<Text> joined(List<ValueClass.Interval> intervals) {
        List<ValueClass.Interval> sorted = new ArrayList<>(new LinkedHashSet<>(intervals));
        sorted.sort((one, other) -> one.first().compareTo(other.first()));
        List<Text> words = new ArrayList<>();
        ValueClass.Interval last = sorted.get(0);
        for (ValueClass.Interval next : sorted.subList(1, sorted.size())) {
            if (next.first().compareTo(last.last().add(BigInteger.ONE)) <= 0) {
                last = new ValueClass.Interval(
                        last.scale(), last.first(), last.last().max(next.last()), last.relations());
            } else {
                words.add(interval(last));
                last = next;
            }
        }
        words.add(interval(last));
        return words;
    }

    private Text interval(ValueClass.Interval interval) {
        Scale scale = interval.scale();
        boolean isDate = scale.type() == ValueType.DATE;
        boolean first = interval.first().compareTo(scale.min()) <= 0;
        boolean last = interval.last().compareTo(scale.max()) >= 0;
        List<Text> said = new ArrayList<>();
        if (interval.first().equals(interval.last())) {
            said.add(value(scale.value(interval.first())));
        } else if (!first && !last) {
            said.add(TEXTS.text("between", value(scale.value(interval.first())), value(scale.value(interval.last()))));
        } else if (!first) {
            said.add(TEXTS.text(isDate ? "fromDay" : "from", value(scale.value(interval.first()))));
        } else if (!last) {
            said.add(TEXTS.text(isDate ? "upToDay" : "upTo", value(scale.value(interval.last()))));
        }
        interval.relations().stream().map(ValueClass.Relation::words).forEach(said::add);
        return said.stream()
                .reduce((one, other) -> TEXTS.text("and", one, other))
                .orElseGet(() -> TEXTS.text("known"));
    }

    private Optional<Text> words(ValueClass.Label label) {
        if (label instanceof ValueClass.Unknown) {
            return Optional.of(TEXTS.text("unknown"));
        }
        if (label instanceof ValueClass.OneOf one) {
            return one.values().stream().map(this::value).reduce((first, other) -> TEXTS.text("or", first, other));
        }
        if (label instanceof ValueClass.Listed listed) {
            return Optional.of(listed.words());
        }
        return label instanceof ValueClass.Tested tested ? Optional.of(tested(tested)) : Optional.empty();
    }

    /** The tests that hold, and then those that do not: a code can begin with 1 and not with 13. */
    private static Text tested(ValueClass.Tested tested) {
        return tested.relations().stream()
                .sorted(Comparator.comparing(ValueClass.Relation::negated))
                .map(ValueClass.Relation::words)
                .reduce((one, other) -> TEXTS.text("and", one, other))
                .orElseGet(() -> TEXTS.text("known"));
    }

    private Text value(Object value) {
        return new Text(value(value, Language.EN), value(value, Language.ZH));
    }

    private String value(Object value, Language language) {
        Optional<Field> field =
                variable instanceof Variable.OfField of ? Optional.of(of.read().field()) : Optional.empty();
        return field.map(one -> Formats.value(one, value, language)).orElseGet(() -> Formats.value(value, language));
    }
}
