package io.subsidyrules.engine.change;

import io.subsidyrules.dialect.model.Operand;
import io.subsidyrules.engine.values.ValueSet;

/** A variable and the values for which a part holds, any of them. */
record Choice(Operand variable, ValueSet values) {}
