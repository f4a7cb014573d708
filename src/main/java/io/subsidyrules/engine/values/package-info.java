/** Sets of values of one field. */
@NullMarked
package io.subsidyrules.engine.values;

import org.jspecify.annotations.NullMarked;
