/** Values and comparisons that belong to no field: operators, periods, properties of texts, units, bounds. */
@NullMarked
package io.subsidyrules.dialect.value;

import org.jspecify.annotations.NullMarked;
