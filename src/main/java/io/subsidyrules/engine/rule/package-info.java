/** Items and rules ready to evaluate. */
@NullMarked
package io.subsidyrules.engine.rule;

import org.jspecify.annotations.NullMarked;
