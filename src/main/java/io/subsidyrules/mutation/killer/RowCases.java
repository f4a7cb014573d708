package io.subsidyrules.mutation.killer;

import io.subsidyrules.dialect.model.Constant;
import io.subsidyrules.dialect.model.ValueType;
import io.subsidyrules.meaning.Cell;
import io.subsidyrules.meaning.ChangedRow;
import io.subsidyrules.meaning.space.ValueClass;
import io.subsidyrules.meaning.space.Variable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Cases of which a row says that they come to something else: those that are the least other than a scenario. */
final class RowCases {

    private static final int MOST_BASES = 8;
    private static final int MOST_OF_ONE = 32;

    private final KnownValues known;

    RowCases(KnownValues known) {
        this.known = known;
    }

    Stream<Candidate> of(ChangedRow row, List<Base> bases) {
        return bases.stream()
                .flatMap(base -> base.subjects(row.item().claim()).stream())
                .sorted(Comparator.comparing(
                        (Base.Subject subject) -> subject.others(row).size()))
                .limit(MOST_BASES)
                .flatMap(subject -> cases(subject, row));
    }

    private Stream<Candidate> cases(Base.Subject subject, ChangedRow row) {
        List<Asked> cases = List.of(subject.base().asked());
        Set<String> changed = new LinkedHashSet<>();
        for (Cell cell : subject.others(row)) {
            Optional<String> pointer = subject.pointer(cell.variable());
            if (pointer.isEmpty()) {
                return Stream.of();
            }
            changed.add(pointer.get());
            List<Optional<Object>> options = options(cell, subject.facts().asOf());
            cases = cases.stream()
                    .flatMap(one -> options.stream().map(option -> one.with(pointer.get(), option)))
                    .limit(MOST_OF_ONE)
                    .toList();
        }
        return cases.stream().map(one -> new Candidate(subject.base(), one, List.copyOf(changed)));
    }

    private List<Optional<Object>> options(Cell cell, LocalDate asOf) {
        Set<Optional<Object>> options = new LinkedHashSet<>();
        for (ValueClass.Label label : cell.labels()) {
            if (label instanceof ValueClass.Unknown) {
                options.add(Optional.empty());
            } else if (label instanceof ValueClass.OneOf oneOf) {
                oneOf.values().forEach(value -> options.add(Optional.of(plain(value))));
            } else if (label instanceof ValueClass.Interval interval) {
                ends(interval, asOf)
                        .forEach(step ->
                                options.add(Optional.of(plain(interval.scale().value(step)))));
            } else if (cell.variable() instanceof Variable.OfField field) {
                String type = field.read().of().isClaim() ? field.read().of().name() : "";
                known.of(type, field.read().field().name()).forEach(value -> options.add(Optional.of(value)));
            }
        }
        List<Optional<Object>> ordered = new ArrayList<>(options);
        ordered.sort(Comparator.comparing(Optional::isEmpty));
        return ordered;
    }

    /** The ends of an interval, that of the whole range last; of days, those around the evaluation first. */
    private static List<BigInteger> ends(ValueClass.Interval interval, LocalDate asOf) {
        List<BigInteger> ends = new ArrayList<>();
        if (interval.scale().type() == ValueType.DATE) {
            Stream.of(asOf, asOf.plusDays(1), asOf.minusDays(1))
                    .map(interval.scale()::step)
                    .filter(step -> interval.first().compareTo(step) <= 0 && step.compareTo(interval.last()) <= 0)
                    .forEach(ends::add);
        }
        ends.addAll(ends(interval));
        return ends;
    }

    private static List<BigInteger> ends(ValueClass.Interval interval) {
        boolean open = interval.last().equals(interval.scale().max());
        boolean begins = interval.first().equals(interval.scale().min());
        BigInteger middle = interval.first().add(interval.last()).shiftRight(1);
        return begins && !open
                ? List.of(interval.last(), middle, interval.first())
                : List.of(interval.first(), middle, interval.last());
    }

    private static Object plain(Object value) {
        if (value instanceof Constant constant) {
            return constant.name();
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
