/** Files to begin with: a policy, a measure and a scenario that are sound, and are then made to say what is meant. */
@NullMarked
package io.subsidyrules.cli.skeleton;

import org.jspecify.annotations.NullMarked;
