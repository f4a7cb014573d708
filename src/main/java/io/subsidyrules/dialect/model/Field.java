package io.subsidyrules.dialect.model;

import io.subsidyrules.codes.CodeCheck;
import io.subsidyrules.codes.CreditCodes;
import io.subsidyrules.dialect.value.NumberUnit;
import io.subsidyrules.dialect.value.TextPattern;
import io.subsidyrules.fault.Place;
import io.subsidyrules.text.Text;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a fact type.
 *
 * @param index its position among the values of a fact
 * @param constants the enum, where the type is CONSTANT
 * @param members the name of the type of its members, where the type is MEMBERS
 * @param pattern what a text must match as a whole
 * @param check what its codes are checked by
 * @param range the limits of a number, or of how many members a list has, both included
 * @param unit of a BigDecimal other than money
 * @param changeable whether an applicant can ever change it
 */
public record Field(
        String name,
        int index,
        ValueType type,
        Optional<EnumType> constants,
        Optional<String> members,
        Text title,
        Key key,
        boolean required,
        Optional<TextPattern> pattern,
        Optional<CodeCheck> check,
        Optional<Range> range,
        Optional<NumberUnit> unit,
        boolean changeable,
        Place place) {

    /** The most characters of a text in a request. */
    public static final int LONGEST_TEXT = 500;

    /** The first year of a date in a request or a rule. */
    public static final int FIRST_YEAR = 1900;

    /** The last year of a date in a request or a rule. */
    public static final int LAST_YEAR = 2100;

    /** The decimals of an amount of money. */
    public static final int FEN = 2;

    /** The most members that a list can have. */
    public static final int MOST_MEMBERS = 200;

    /** Whether it is an amount of money. */
    public boolean isMoney() {
        return type == ValueType.DECIMAL && unit.isEmpty();
    }

    /** The most members that its list has. */
    public int mostMembers() {
        return range.map(limits -> limits.max().intValueExact()).orElse(MOST_MEMBERS);
    }

    /** The most decimals that its number can have in a request; 0 where it is no BigDecimal. */
    public int decimals() {
        return type == ValueType.DECIMAL ? unit.map(NumberUnit::decimals).orElse(FEN) : 0;
    }

    /** Whether a heading is its name, or its title in one of the languages. */
    public boolean isCalled(String heading) {
        return Stream.of(name, title.en(), title.zh()).anyMatch(heading::equalsIgnoreCase);
    }

    /** Whether a text can be its value, by its pattern and the standard of its codes. */
    public boolean accepts(String text) {
        return pattern.filter(form -> !form.matches(text)).isEmpty()
                && check.filter(codes -> !codes.accepts(text)).isEmpty();
    }

    /** Whether the text is a unified social credit code. */
    public boolean creditCode() {
        return check.filter(CreditCodes.class::isInstance).isPresent();
    }

    /** Whether the field takes part in identifying the project that is claimed for. */
    public enum Key {
        NONE,
        /** Together with the other keys it identifies the project, whoever applies. */
        PROJECT,
        /** Together with the other keys it identifies a project of the applicant. */
        PROJECT_OF_APPLICANT
    }

    /** The limits of a number, both included. */
    public record Range(BigDecimal min, BigDecimal max) {

        /** The limits of money of which nothing is said: nothing below zero. */
        public static final Range YUAN = new Range(BigDecimal.ZERO, new BigDecimal("999999999999.99"));

        /** The limits of a whole number of which nothing is said. */
        public static final Range INT =
                new Range(BigDecimal.valueOf(-Integer.MAX_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));

        private static final BigDecimal MOST = new BigDecimal("1000000000000");

        public Range {
            if (min.compareTo(max) > 0) {
                throw new IllegalArgumentException("The range %s..%s is empty.".formatted(min, max));
            }
        }

        /** The limits of a BigDecimal of which nothing is said, with so many decimals. */
        public static Range ofDecimals(int decimals) {
            return new Range(BigDecimal.ZERO, MOST.subtract(BigDecimal.ONE.movePointLeft(decimals)));
        }

        /**
         * This range, if it is one that a field of the type can have: whole numbers of an int, or numbers of at most
         * twelve digits before the point.
         *
         * @param decimals the most that a BigDecimal has behind the point
         * @throws IllegalArgumentException if it is not
         */
        public Range within(ValueType type, int decimals) {
            boolean possible = type == ValueType.INTEGER
                    ? min.scale() <= 0 && max.scale() <= 0 && INT.contains(min) && INT.contains(max)
                    : Math.max(min.scale(), max.scale()) <= decimals
                            && min.abs().compareTo(MOST) < 0
                            && max.abs().compareTo(MOST) < 0;
            if (!possible) {
                throw new IllegalArgumentException("The range %s..%s is not one of %s.".formatted(min, max, type));
            }
            return this;
        }

        public boolean contains(BigDecimal value) {
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }
    }
}
