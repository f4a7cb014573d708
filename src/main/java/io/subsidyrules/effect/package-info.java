/** The effect that a change of rules has on requests: who gets more or less by the new rules than by the old ones. */
@NullMarked
package io.subsidyrules.effect;

import org.jspecify.annotations.NullMarked;
