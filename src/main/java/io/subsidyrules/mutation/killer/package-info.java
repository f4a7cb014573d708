/** The search for a scenario that would notice a wrong change of the rules. */
@NullMarked
package io.subsidyrules.mutation.killer;

import org.jspecify.annotations.NullMarked;
