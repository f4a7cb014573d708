/** Wrong changes of rules, tried on the scenarios: some are noticed, some change nothing, and some are neither. */
@NullMarked
package io.subsidyrules.mutation;

import org.jspecify.annotations.NullMarked;
