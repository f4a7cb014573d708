/** The meaning of a rulebook, as tables and as differences, worked out by evaluating it. */
@NullMarked
package io.subsidyrules.meaning;

import org.jspecify.annotations.NullMarked;
