/** The commands that begin a policy, a measure or a scenario, with files that are sound from the beginning. */
@NullMarked
package io.subsidyrules.cli.skeleton;

import org.jspecify.annotations.NullMarked;
