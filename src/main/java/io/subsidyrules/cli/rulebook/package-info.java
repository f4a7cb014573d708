/** The commands on the meaning of rules, and of a change of them. */
@NullMarked
package io.subsidyrules.cli.rulebook;

import org.jspecify.annotations.NullMarked;
