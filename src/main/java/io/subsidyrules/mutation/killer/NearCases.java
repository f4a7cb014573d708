package io.subsidyrules.mutation.killer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases near scenarios: one value is another one, a claim is added, or other awards were given before. */
final class NearCases {

    private static final int MOST_BASES = 12;
    private static final BigDecimal FEN = new BigDecimal("0.01");

    private final KnownValues known;
    private final List<Object> awards;
    private final List<BigDecimal> numbers;

    /**
     * Cases near scenarios.
     *
     * @param awards lists of earlier awards that are tried before those of the scenarios
     * @param numbers that are tried for every number
     */
    NearCases(KnownValues known, List<Object> awards, List<BigDecimal> numbers) {
        this.known = known;
        this.awards = List.copyOf(awards);
        this.numbers = List.copyOf(numbers);
    }

    Stream<Candidate> of(List<Base> bases) {
        List<Base> some = bases.stream().limit(MOST_BASES).toList();
        return Stream.of(
                        bases.stream().map(base -> new Candidate(base, base.asked(), List.of())),
                        some.stream().flatMap(this::otherAwards),
                        some.stream().flatMap(this::otherValues),
                        some.stream().flatMap(base -> moreClaims(base, some)))
                .flatMap(cases -> cases);
    }

    private Stream<Candidate> otherAwards(Base base) {
        return Stream.concat(awards.stream(), known.earlier().stream())
                .map(list -> candidate(base, "/earlier", Optional.of(list)));
    }

    private static Stream<Candidate> moreClaims(Base base, List<Base> others) {
        return others.stream()
                .flatMap(other -> other.asked().claims().stream())
                .distinct()
                .map(claim -> new Candidate(base, base.asked().withClaim(claim), List.of("/claims")));
    }

    private Stream<Candidate> otherValues(Base base) {
        Set<String> pointers = new LinkedHashSet<>(List.of("/asOf"));
        leaves("/earlier", base.asked().at("/earlier").orElse(Map.of()), pointers);
        leaves("/claims", base.asked().claims(), pointers);
        leaves("/applicant", base.asked().at("/applicant").orElse(Map.of()), pointers);
        return pointers.stream().flatMap(pointer -> options(base.asked(), pointer).stream()
                .map(option -> candidate(base, pointer, option)));
    }

    private static Candidate candidate(Base base, String pointer, Optional<Object> value) {
        return new Candidate(base, base.asked().with(pointer, value), List.of(pointer));
    }

    private static void leaves(String pointer, Object value, Set<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> leaves(pointer + "/" + name, inner, found));
        } else if (value instanceof List<?> list) {
            IntStream.range(0, list.size()).forEach(i -> leaves(pointer + "/" + i, list.get(i), found));
        } else if (!pointer.endsWith("/type") && !pointer.endsWith("/id") && !pointer.endsWith("/item")) {
            found.add(pointer);
        }
    }

    private Set<Optional<Object>> options(Asked asked, String pointer) {
        Object now = asked.at(pointer).orElseThrow();
        List<Object> options = new ArrayList<>(others(now));
        String[] names = pointer.split("/", -1);
        if (names.length == 3 && names[1].equals("applicant")) {
            options.addAll(known.of("", names[2]));
        } else if (names.length == 4 && names[1].equals("claims")) {
            String type = KnownValues.type(asked.at("/claims/" + names[2]).orElseThrow());
            options.addAll(known.of(type, names[3]));
        }
        Set<Optional<Object>> all = new LinkedHashSet<>();
        options.stream().filter(option -> !option.equals(now)).forEach(option -> all.add(Optional.of(option)));
        if (names.length > 2 && !names[1].equals("earlier")) {
            all.add(Optional.empty());
        }
        return all;
    }

    private List<Object> others(Object value) {
        if (value instanceof Boolean truth) {
            return List.of(!truth);
        }
        if (value instanceof BigDecimal number) {
            List<Object> others = new ArrayList<>();
            if (number.scale() > 0) {
                others.addAll(List.of(number.add(FEN), number.subtract(FEN)));
            }
            others.addAll(List.of(number.add(BigDecimal.ONE), number.subtract(BigDecimal.ONE)));
            numbers.forEach(one -> others.addAll(List.of(one, one.add(FEN), one.subtract(FEN))));
            return others;
        }
        return date(value)
                .map(day -> Stream.of(
                                day.plusDays(1),
                                day.minusDays(1),
                                day.plusYears(1),
                                day.minusYears(1),
                                day.withDayOfYear(1),
                                day.withDayOfYear(1).minusDays(1))
                        .map(other -> (Object) other.toString())
                        .toList())
                .orElse(List.of());
    }

    private static Optional<LocalDate> date(Object value) {
        try {
            return Optional.of(LocalDate.parse(value.toString()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
