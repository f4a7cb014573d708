package io.subsidyrules.engine.fact;

import io.subsidyrules.dialect.model.Field;

/**
 * A field that a request gives, with its value.
 *
 * @param value a String, Integer, BigDecimal, Boolean, LocalDate or Constant
 */
public record KnownField(Field field, Object value) {}
