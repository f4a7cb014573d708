/** Wrong changes of the rules, tried on their scenarios: which are noticed, which change nothing, and which are neither. */
@NullMarked
package io.subsidyrules.mutation;

import org.jspecify.annotations.NullMarked;
