package io.subsidyrules.dialect.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How an amount of money is worked out. All of it is exact; only the result is rounded, down to the fen. */
public sealed interface Formula {

    /** A case for each kind of formula. A new kind does not compile until every reader has one. */
    interface Cases<T> {

        T fixed(Fixed fixed);

        T share(Share share);

        T times(Times times);

        T plus(Plus plus);

        T atLeast(AtLeast atLeast);

        T atMost(AtMost atMost);

        T tiers(Tiers tiers);
    }

    /** The case of this formula's kind. */
    <T> T match(Cases<T> cases);

    /** The formulas that it is made of. */
    Stream<Formula> parts();

    /** The numbers that it reads by itself, its parts aside. */
    Stream<Operand> numbers();

    /** Calls back for each field that it reads, in the order of reading; a field may come twice. */
    default void forEachField(Consumer<Operand.FieldValue> reader) {
        numbers().forEach(number -> number.forEachField(reader));
        parts().forEach(part -> part.forEachField(reader));
    }

    /** Calls back for each field and each aggregate of members that it is worked out from; one may come twice. */
    default void forEachSource(Consumer<Operand> reader) {
        numbers().forEach(number -> number.forEachSource(reader));
        parts().forEach(part -> part.forEachSource(reader));
    }

    /** The number of its parts, itself included. */
    default int size() {
        return 1 + parts().mapToInt(Formula::size).sum();
    }

    /** An amount that is the same for everybody. */
    record Fixed(BigDecimal amount) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.fixed(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of();
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of();
        }
    }

    /**
     * So many per cent of a number; nothing where the number is below nothing.
     *
     * @param percent 100 where the number itself is the amount
     */
    record Share(Operand percent, Operand of) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.share(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of();
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of(percent, of);
        }
    }

    /** An amount for each of a count; nothing where the count is below nothing. */
    record Times(Formula each, Operand count) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.times(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(each);
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of(count);
        }
    }

    /** Two amounts added up. */
    record Plus(Formula one, Formula other) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.plus(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(one, other);
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of();
        }
    }

    /** An amount, raised to a least one. */
    record AtLeast(Formula amount, Formula least) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.atLeast(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(amount, least);
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of();
        }
    }

    /** An amount, cut to a ceiling. */
    record AtMost(Formula amount, Formula ceiling) implements Formula {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.atMost(this);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(amount, ceiling);
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of();
        }
    }

    /**
     * The parts of a number, each at its own rate; nothing of what is below nothing.
     *
     * @param counted whether the number is a count, of which each unit has its yuan; else it is money, of which each
     *     part has its percentage
     * @param tiers by their limits, which rise
     * @param beyond the rate beyond the last limit, in yuan or in per cent; 0 where nothing is given there
     */
    record Tiers(Operand of, boolean counted, List<Tier> tiers, BigDecimal beyond) implements Formula {
        public Tiers {
            tiers = List.copyOf(tiers);
        }

        /** The rate of what is beyond the tier at an index. */
        BigDecimal rateAfter(int index) {
            return index + 1 < tiers.size() ? tiers.get(index + 1).rate() : beyond;
        }

        /**
         * The part of the number up to a limit.
         *
         * @param limit a number of units, or an amount
         * @param rate yuan for a unit, or per cent
         */
        public record Tier(Formula limit, BigDecimal rate) {}

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.tiers(this);
        }

        @Override
        public Stream<Formula> parts() {
            return tiers.stream().map(Tier::limit);
        }

        @Override
        public Stream<Operand> numbers() {
            return Stream.of(of);
        }
    }
}
