/** The amounts that rules come to, with what is known. */
@NullMarked
package io.subsidyrules.engine.amount;

import org.jspecify.annotations.NullMarked;
