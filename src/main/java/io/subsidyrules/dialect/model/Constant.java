package io.subsidyrules.dialect.model;

import io.subsidyrules.text.Text;

/** A constant of a declared enum; at run time it is itself the value of a field. */
public record Constant(String enumName, String name, Text title) {

    /** The constant as a rule writes it. */
    @Override
    public String toString() {
        return enumName + "." + name;
    }
}
