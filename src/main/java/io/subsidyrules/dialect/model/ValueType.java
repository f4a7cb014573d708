package io.subsidyrules.dialect.model;

import java.util.Optional;
import java.util.stream.Stream;

/** The type of a field's value. */
public enum ValueType {
    /** A String. */
    TEXT("String"),
    /** An Integer. */
    INTEGER("Integer"),
    /** A BigDecimal: money, with at most two decimals, or a number with the decimals of its unit. */
    DECIMAL("BigDecimal"),
    /** A Boolean. */
    BOOLEAN("Boolean"),
    /** A LocalDate, from 1900-01-01 to 2100-12-31. */
    DATE("LocalDate"),
    /** A {@link Constant} of a declared enum. */
    CONSTANT("an enum"),
    /** A list of facts of a type of members. */
    MEMBERS("a list of members");

    private final String declared;

    ValueType(String declared) {
        this.declared = declared;
    }

    /** The type's name in a declare. */
    public String declared() {
        return declared;
    }

    /** The type of that name in a declare; enums are not among them. */
    public static Optional<ValueType> ofDeclared(String name) {
        return Stream.of(values())
                .filter(type -> type != CONSTANT && type != MEMBERS && type.declared.equals(name))
                .findFirst();
    }

    public boolean isNumber() {
        return this == INTEGER || this == DECIMAL;
    }

    public boolean isOrdered() {
        return isNumber() || this == DATE;
    }
}
